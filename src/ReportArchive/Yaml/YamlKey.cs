using System.Collections.Immutable;

namespace ReportArchive.Yaml;

/// <summary>What the value of a key is.</summary>
public enum YamlForm
{
    /// <summary>One text.</summary>
    Text,

    /// <summary>A whole number.</summary>
    Number,

    /// <summary>A day, <c>yyyy-MM-dd</c>.</summary>
    Date,

    /// <summary><c>true</c> or <c>false</c>.</summary>
    Flag,

    /// <summary>An address that begins with http:// or https://.</summary>
    WebAddress,

    /// <summary>A place: names from the province down, or a code.</summary>
    Place,

    /// <summary>A list of texts.</summary>
    Texts,

    /// <summary>A list of mappings, of the keys in <see cref="YamlKey.Keys"/>.</summary>
    Entries,
}

/// <summary>What of the archive's own content an editor program may offer while a value is typed.</summary>
public enum YamlOffer
{
    /// <summary>Nothing beyond the choices.</summary>
    None,

    /// <summary>The places that have reports.</summary>
    PlacesInUse,

    /// <summary>The slugs of the concepts described.</summary>
    ConceptsInUse,
}

/// <summary>One of the values a key may have.</summary>
/// <param name="Value">What is typed.</param>
/// <param name="Meaning">What it stands for, in Chinese.</param>
public readonly record struct YamlChoice(string Value, string Meaning);

/// <summary>
/// A key of a YAML mapping, described once: the readers, the JSON Schemas, the forms of editor programs and the tables
/// of the documentation say what stands here.
/// </summary>
/// <param name="Name">The key as typed.</param>
/// <param name="Form">What its value is.</param>
/// <param name="Title">What it is called in Chinese, a few characters.</param>
/// <param name="Chinese">What it means, in Chinese, one or two sentences.</param>
/// <param name="English">What it means, in English, one sentence.</param>
/// <param name="Example">A value as it is typed.</param>
public sealed record YamlKey(string Name, YamlForm Form, string Title, string Chinese, string English, string Example)
{
    /// <summary>Whether the key must be there with a value.</summary>
    public bool IsRequired { get; init; }

    /// <summary>All values it may have; empty where it is free.</summary>
    public ImmutableArray<YamlChoice> Choices { get; init; } = [];

    /// <summary>Smallest and largest value of a number.</summary>
    public (int Least, int Most) Bounds { get; init; } = (0, int.MaxValue);

    /// <summary>Regular expression that a text fits, of the syntax .NET and JavaScript have in common; empty for any text.</summary>
    public string Pattern { get; init; } = "";

    /// <summary>What holds where the key is missing; empty for nothing.</summary>
    public string Default { get; init; } = "";

    /// <summary>What the archive's own content offers for it.</summary>
    public YamlOffer Offer { get; init; }

    /// <summary>The keys of each entry of a list.</summary>
    public ImmutableArray<YamlKey> Keys { get; init; } = [];

    /// <summary>The key as typed.</summary>
    public override string ToString() => Name;

    /// <summary>The key as typed.</summary>
    public static implicit operator string(YamlKey key) => key.Name;
}
