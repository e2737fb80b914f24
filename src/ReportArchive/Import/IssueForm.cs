using System.Collections.Immutable;
using System.Security.Cryptography;
using System.Text;
using System.Text.RegularExpressions;

namespace ReportArchive.Import;

/// <summary>
/// A report that somebody proposed through the form <c>.github/ISSUE_TEMPLATE/report.yml</c>. GitHub writes each answer
/// below a heading with the field's label, and <c>_No response_</c> where there is none.
/// </summary>
/// <param name="Title">The report's title; empty where it was not given.</param>
/// <param name="Place">Its place as typed; empty where it was not given.</param>
/// <param name="SourceName">Who published it; empty where it was not given.</param>
/// <param name="SourceUrl">Where; empty where it was not given, or is no web address.</param>
/// <param name="Text">The dump as pasted; empty where a file was attached instead.</param>
/// <param name="Attachments">Addresses of the files attached.</param>
public sealed partial record IssueForm(
    string Title, string Place, string SourceName, string SourceUrl, string Text, ImmutableArray<Uri> Attachments)
{
    /// <summary>Labels of the form's fields, in its order. The text stands last: headings within it are its own.</summary>
    public static ImmutableArray<string> Labels { get; } = ["标题", "地方", "来源", "网址", "正文"];

    private const string NoResponse = "_No response_";

    // A dump that has no title where one stands is a dump whose title was cut off.
    private const int TitleWithin = 500;

    /// <summary>Reads the body of an issue; null where it is not that of the form.</summary>
    public static IssueForm? Read(string body)
    {
        ArgumentNullException.ThrowIfNull(body);
        var answers = Answers(body.Replace("\r\n", "\n", StringComparison.Ordinal));
        if (answers[^1] is not { } text)
            return null;
        var attachments = Attachment().Matches(text).Select(static match => new Uri(match.Groups["url"].Value)).ToImmutableArray();
        text = Unfenced(Attachment().Replace(text, "").Trim());
        var url = answers[3] ?? "";
        var isAddress = Uri.TryCreate(url, UriKind.Absolute, out var address) && address.Scheme is "http" or "https";
        return new IssueForm(answers[0] ?? "", answers[1] ?? "", answers[2] ?? "", isAddress ? url : "", text, attachments);
    }

    /// <summary>The pasted text as a dump to import, with the title above it where it lacks one.</summary>
    /// <param name="name">What the dump is called where nobody is named as its source.</param>
    public Dump ToDump(string name)
    {
        var text = Title.Length == 0 || Text.AsSpan(0, Math.Min(Text.Length, TitleWithin)).Contains(Title, StringComparison.Ordinal) ? Text : $"{Title}\n\n{Text}";
        return new Dump(name, Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(Text))), "utf-8", text)
        {
            SourceName = SourceName.Length > 0 ? SourceName : null,
            SourceUrl = SourceUrl.Length > 0 ? SourceUrl : null,
        };
    }

    private static string?[] Answers(string body)
    {
        var answers = new string?[Labels.Length];
        var (from, field) = (-1, -1);
        for (var i = 0; i < Labels.Length; i++)
        {
            var heading = Heading(body, Labels[i], Math.Max(from, 0));
            if (heading is not var (start, end))
                continue;
            if (field >= 0)
                answers[field] = Answer(body[from..start]);
            (from, field) = (end, i);
        }
        if (field >= 0)
            answers[field] = Answer(body[from..]);
        return answers;
    }

    private static (int Start, int End)? Heading(string body, string label, int from)
    {
        var heading = $"### {label}\n";
        var start = body.AsSpan(from).StartsWith(heading, StringComparison.Ordinal) ? from : body.IndexOf("\n" + heading, from, StringComparison.Ordinal) + 1;
        return start > 0 || body.StartsWith(heading, StringComparison.Ordinal) && from == 0 ? (start, start + heading.Length) : null;
    }

    private static string Answer(string text) => text.Trim() is var answer && answer == NoResponse ? "" : answer;

    /// <summary>Without the fence that some put around pasted text.</summary>
    private static string Unfenced(string text)
    {
        var lines = text.Split('\n');
        var isFenced = lines.Length > 2 && lines[0].StartsWith("```", StringComparison.Ordinal) && lines[^1].Trim() == "```";
        return isFenced ? string.Join('\n', lines[1..^1]) : text;
    }

    /// <summary>A file dragged into the form: a link to where GitHub keeps it.</summary>
    [GeneratedRegex(@"!?\[[^\]\n]*\]\((?<url>https://github\.com/(user-attachments|[\w.-]+/[\w.-]+)/files/[^\s)]+)\)", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Attachment();
}
