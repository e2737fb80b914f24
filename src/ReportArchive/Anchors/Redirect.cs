using System.Collections.Immutable;
using ReportArchive.Diagnostics;
using ReportArchive.Pages;
using ReportArchive.Places;

namespace ReportArchive.Anchors;

/// <summary>An address on the site, with or without an anchor: <c>/r/370306/2023/gwr/#p17</c>.</summary>
/// <param name="Page">The page, not percent-encoded.</param>
/// <param name="Anchor">The anchor without its number sign; empty for the page as a whole.</param>
public readonly record struct Target(SiteUrl Page, string Anchor = "")
{
    /// <summary>Reads an address that begins with a slash.</summary>
    public static Target Parse(string text)
    {
        var parts = text.Split('#', 2);
        return new Target(new SiteUrl(Uri.UnescapeDataString(parts[0])), parts.Length == 2 ? parts[1] : "");
    }

    /// <inheritdoc/>
    public override string ToString() => Anchor.Length == 0 ? Page.Value : $"{Page.Value}#{Anchor}";
}

/// <summary>Where something that was published is found now.</summary>
/// <param name="From">What was published.</param>
/// <param name="To">Where it is now.</param>
/// <param name="Span">The line that says so.</param>
public sealed record Redirect(Target From, Target To, SourceSpan Span);

/// <summary>
/// Reads <c>input/redirects.csv</c>: the header <c>from,to,note</c>, then one redirect a line; addresses begin with a slash, below
/// the base URL; the note is for people.
/// </summary>
public static class Redirects
{
    /// <summary>Name of the file in the input folder.</summary>
    public const string FileName = "redirects.csv";

    /// <summary>The first line that the file must have.</summary>
    public const string Header = "from,to,note";

    /// <summary>The redirects that can be read, and an error RA0605 for each of the other lines.</summary>
    public static (ImmutableArray<Redirect> Redirects, ImmutableArray<Diagnostic> Diagnostics) Read(string text, string file)
    {
        var lines = text.TrimStart('\uFEFF').Split('\n');
        if (string.IsNullOrWhiteSpace(text))
            return ([], []);
        if (!string.Equals(lines[0].Trim(), Header, StringComparison.Ordinal))
            return ([], [Diagnostic.Error("RA0605", new SourceSpan(file, 1, 1), "the first line does not name the columns", $"write {Header}")]);
        var redirects = ImmutableArray.CreateBuilder<Redirect>();
        var diagnostics = ImmutableArray.CreateBuilder<Diagnostic>();
        var lineOf = new Dictionary<Target, int>();
        foreach (var (index, line) in lines.Index().Skip(1).Where(static line => !string.IsNullOrWhiteSpace(line.Item)))
        {
            var span = new SourceSpan(file, index + 1, 1);
            if (Read(line.TrimEnd('\r'), span) is not { } redirect)
                diagnostics.Add(Diagnostic.Error("RA0605", span, "a redirect needs two addresses that begin with a slash", "write e.g. /c/old/,/c/new/,renamed"));
            else if (!lineOf.TryAdd(redirect.From, index + 1))
                diagnostics.Add(Diagnostic.Error("RA0605", span, $"{redirect.From} is redirected in line {lineOf[redirect.From]} already", "keep one of the two lines"));
            else
                redirects.Add(redirect);
        }
        return (redirects.ToImmutable(), diagnostics.ToImmutable());
    }

    private static Redirect? Read(string line, SourceSpan span)
    {
        var fields = CsvLine.Split(line);
        return fields.Fault is null && fields.Fields.Length is 2 or 3 && fields.Fields[0].Text.StartsWith('/') && fields.Fields[1].Text.StartsWith('/')
            ? new Redirect(Target.Parse(fields.Fields[0].Text), Target.Parse(fields.Fields[1].Text), span)
            : null;
    }
}
