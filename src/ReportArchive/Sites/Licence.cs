using System.Collections.Immutable;

namespace ReportArchive.Sites;

/// <summary>The terms that an archive's definitions and metadata are published under. The reports themselves carry no copyright.</summary>
/// <param name="Id">Identifier of the SPDX list, e.g. <c>CC0-1.0</c>.</param>
/// <param name="Name">The name shown to readers.</param>
/// <param name="Url">Address of its text.</param>
public sealed record Licence(string Id, string Name, Uri Url)
{
    private const string Root = "https://creativecommons.org/";

    /// <summary>The licences an archive may choose from; the first holds where none is chosen.</summary>
    public static ImmutableArray<Licence> All { get; } =
    [
        new("CC0-1.0", "CC0 1.0", new Uri(Root + "publicdomain/zero/1.0/")),
        new("CC-BY-4.0", "CC BY 4.0", new Uri(Root + "licenses/by/4.0/")),
        new("CC-BY-SA-4.0", "CC BY-SA 4.0", new Uri(Root + "licenses/by-sa/4.0/")),
        new("CC-BY-NC-4.0", "CC BY-NC 4.0", new Uri(Root + "licenses/by-nc/4.0/")),
        new("CC-BY-NC-SA-4.0", "CC BY-NC-SA 4.0", new Uri(Root + "licenses/by-nc-sa/4.0/")),
    ];
}
