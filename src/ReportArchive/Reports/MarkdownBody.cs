using System.Collections.Immutable;
using Markdig;
using Markdig.Extensions.Tables;
using Markdig.Parsers;
using Markdig.Syntax;
using Markdig.Syntax.Inlines;
using ReportArchive.Diagnostics;
using ReportArchive.Text;
using SourceSpan = ReportArchive.Diagnostics.SourceSpan;

namespace ReportArchive.Reports;

/// <summary>
/// Turns the Markdown body of a report into blocks. CommonMark with pipe tables; raw HTML is text; an indented paragraph
/// is a paragraph, not code, for that is how Chinese text is typed.
/// </summary>
public static class MarkdownBody
{
    private static readonly MarkdownPipeline Pipeline = BuildPipeline();

    private static MarkdownPipeline BuildPipeline()
    {
        var builder = new MarkdownPipelineBuilder().UsePipeTables().UsePreciseSourceLocation();
        builder.BlockParsers.TryRemove<IndentedCodeBlockParser>();
        return builder.Build();
    }

    /// <summary>Parses a body; anchors are p1, p2, … in reading order.</summary>
    /// <param name="body">Markdown, line feeds only.</param>
    /// <param name="file">Path for diagnostics.</param>
    /// <param name="firstLine">Line of the file that <paramref name="body"/> begins on.</param>
    /// <param name="diagnostics">Receives what is wrong.</param>
    public static ImmutableArray<Block> Parse(string body, string file, int firstLine, ICollection<Diagnostic> diagnostics)
    {
        var walker = new Walker(file, diagnostics);
        foreach (var part in BodyParts.Of(body))
        {
            if (part.IsPlain)
                walker.VisitPlain(part.Text.Span, firstLine + part.Line);
            else
                walker.Visit(Markdown.Parse(part.Text.ToString(), Pipeline), firstLine + part.Line);
        }
        return walker.Blocks;
    }

    /// <summary>Parses a body with the Markdown parser alone, which gives the same blocks more slowly.</summary>
    internal static ImmutableArray<Block> ParseWhole(string body, string file, int firstLine, ICollection<Diagnostic> diagnostics)
    {
        var walker = new Walker(file, diagnostics);
        walker.Visit(Markdown.Parse(body, Pipeline), firstLine);
        return walker.Blocks;
    }

    private sealed class Walker(string file, ICollection<Diagnostic> diagnostics)
    {
        private readonly ImmutableArray<Block>.Builder _blocks = ImmutableArray.CreateBuilder<Block>();
        private int _lastLevel = 1;
        private int _firstLine;

        public ImmutableArray<Block> Blocks => _blocks.ToImmutable();

        public void Visit(MarkdownDocument document, int firstLine)
        {
            _firstLine = firstLine;
            Visit(document);
        }

        /// <summary>A line that is a heading or a paragraph, without any mark.</summary>
        public void VisitPlain(ReadOnlySpan<char> line, int number)
        {
            var text = line.TrimStart('#');
            var level = line.Length - text.Length;
            if (level > 0)
                CheckStep(level, new SourceSpan(file, number, 1));
            var plain = text.Trim();
            if (!plain.IsEmpty)
                _blocks.Add(new Block(NextAnchor(), level > 0 ? BlockKind.Heading : BlockKind.Paragraph, level, plain.ToString(), [], [], number));
        }

        private void Visit(ContainerBlock container)
        {
            foreach (var block in container)
                Visit(block);
        }

        private void Visit(Markdig.Syntax.Block block)
        {
            switch (block)
            {
                case HeadingBlock heading:
                    Add(BlockKind.Heading, Inlines(heading), heading, CheckLevel(heading));
                    break;
                case HtmlBlock html:
                    WarnHtml(html);
                    AddText(html.Lines.ToString(), html);
                    break;
                case FencedCodeBlock code:
                    AddText(code.Lines.ToString(), code);
                    break;
                case Table table:
                    AddRows(BlockKind.Table, table.OfType<TableRow>().Select(static row => row.OfType<TableCell>().Select(static cell => (Markdig.Syntax.Block)cell)), table, start: null);
                    break;
                case ListBlock list:
                    AddRows(BlockKind.List, list.Select(static item => (IEnumerable<Markdig.Syntax.Block>)[item]), list, ListStart(list));
                    break;
                case ContainerBlock container:
                    Visit(container);
                    break;
                case ParagraphBlock paragraph:
                    CheckHeadingSpace(paragraph);
                    Add(BlockKind.Paragraph, Inlines(paragraph), paragraph, level: 0);
                    break;
            }
        }

        private static int? ListStart(ListBlock list) =>
            list.IsOrdered ? int.TryParse(list.OrderedStart, out var start) ? start : 1 : null;

        private int CheckLevel(HeadingBlock heading)
        {
            if (heading.Level == 1)
            {
                Report("RA0014", heading, "'#' makes a title, and the title stands in the front matter", "write '##' for 一、, '###' for （一） and '####' for 1.");
                return 2;
            }
            return CheckStep(heading.Level, SpanOf(heading));
        }

        private int CheckStep(int level, SourceSpan span)
        {
            if (level > _lastLevel + 1)
            {
                var message = _lastLevel == 1 ? $"the first heading is of level {level}" : $"a heading of level {level} follows one of level {_lastLevel}";
                diagnostics.Add(Diagnostic.Warning("RA0011", span, message, $"write '{new string('#', _lastLevel + 1)}' here"));
            }
            return _lastLevel = level;
        }

        /// <summary>CommonMark sees a heading only where a space follows the number signs, and none in full-width ones.</summary>
        private void CheckHeadingSpace(ParagraphBlock paragraph)
        {
            if (paragraph.Inline?.FirstChild is not LiteralInline literal)
                return;
            var signs = literal.Content.AsSpan().Length - literal.Content.AsSpan().TrimStart("#＃").Length;
            if (signs is >= 1 and <= 6)
                Warn("RA0019", paragraph, "the line is shown as a paragraph, not as a heading", $"write '{new string('#', signs)}' and a space before the heading's words");
        }

        private void Add(BlockKind kind, InlineText text, Markdig.Syntax.Block source, int level)
        {
            var (plain, runs) = text.Build();
            if (plain.Length > 0)
                _blocks.Add(new Block(NextAnchor(), kind, level, plain, runs, [], LineOf(source)));
        }

        private void AddText(string text, Markdig.Syntax.Block source)
        {
            var inline = new InlineText();
            inline.Append(text);
            Add(BlockKind.Paragraph, inline, source, level: 0);
        }

        private void AddRows(BlockKind kind, IEnumerable<IEnumerable<Markdig.Syntax.Block>> rows, Markdig.Syntax.Block source, int? start)
        {
            var text = new InlineText();
            var ranges = ImmutableArray.CreateBuilder<ImmutableArray<TextRange>>();
            foreach (var row in rows)
            {
                if (ranges.Count > 0)
                    text.Append('\n');
                var cells = ImmutableArray.CreateBuilder<TextRange>();
                foreach (var cell in row)
                {
                    if (cells.Count > 0)
                        text.Append('\t');
                    var from = text.Length;
                    AppendLeaves(cell, text);
                    cells.Add(new TextRange(from, text.Length - from));
                }
                ranges.Add(cells.ToImmutable());
            }
            var (plain, runs) = text.Build(trim: false);
            if (!string.IsNullOrWhiteSpace(plain))
                _blocks.Add(new Block(NextAnchor(), kind, Level: 0, plain, runs, ranges.ToImmutable(), LineOf(source)) { ListStart = start });
        }

        /// <summary>All text of a cell; what would be blocks of their own elsewhere are lines of it.</summary>
        private void AppendLeaves(Markdig.Syntax.Block block, InlineText text)
        {
            switch (block)
            {
                case HtmlBlock html:
                    WarnHtml(html);
                    text.Append(html.Lines.ToString());
                    break;
                case CodeBlock code:
                    text.Append(code.Lines.ToString());
                    break;
                case LeafBlock leaf:
                    AppendInlines(leaf, text);
                    break;
                case ContainerBlock container:
                    foreach (var (i, child) in container.Index())
                    {
                        if (i > 0)
                            text.Append('\n');
                        AppendLeaves(child, text);
                    }
                    break;
            }
        }

        private InlineText Inlines(LeafBlock leaf)
        {
            var text = new InlineText();
            AppendInlines(leaf, text);
            return text;
        }

        private void AppendInlines(LeafBlock leaf, InlineText text)
        {
            if (leaf.Inline is { } inline)
                foreach (var child in inline)
                    Append(child, text);
        }

        private void Append(Inline inline, InlineText text)
        {
            switch (inline)
            {
                case LiteralInline literal:
                    text.Append(literal.Content.AsSpan());
                    break;
                case LineBreakInline:
                    text.AppendLineBreak();
                    break;
                case HtmlEntityInline entity:
                    text.Append(entity.Transcoded.AsSpan());
                    break;
                case CodeInline code:
                    text.Styled(RunStyle.Code, href: null, () => text.Append(code.Content));
                    break;
                case HtmlInline html:
                    WarnHtml(html);
                    text.Append(html.Tag);
                    break;
                case AutolinkInline link:
                    text.Styled(RunStyle.Link, SafeHref(link.Url), () => text.Append(link.Url));
                    break;
                case LinkInline { IsImage: true } image:
                    Warn("RA0016", image, "images are not shown", "describe in words what the picture says, or link to it");
                    AppendChildren(image, text);
                    break;
                case LinkInline link:
                    text.Styled(RunStyle.Link, CheckHref(link), () => AppendChildren(link, text));
                    break;
                case EmphasisInline emphasis:
                    text.Styled(emphasis.DelimiterCount >= 2 ? RunStyle.Strong : RunStyle.Emphasis, href: null, () => AppendChildren(emphasis, text));
                    break;
                case ContainerInline container:
                    AppendChildren(container, text);
                    break;
            }
        }

        private void AppendChildren(ContainerInline container, InlineText text)
        {
            foreach (var child in container)
                Append(child, text);
        }

        private string? CheckHref(LinkInline link)
        {
            var href = SafeHref(link.Url);
            if (href is null)
                Warn("RA0018", link, $"the link '{link.Url}' leads nowhere, and is shown as text", "write a whole address, beginning with https://, or remove the brackets");
            return href;
        }

        /// <summary>Only addresses that open a page: a report must not be able to run a script.</summary>
        private static string? SafeHref(string? url) =>
            Uri.TryCreate(url, UriKind.Absolute, out var uri) && uri.Scheme is "http" or "https" or "mailto" ? url : null;

        private AnchorId NextAnchor() => new(_blocks.Count + 1);

        private int LineOf(MarkdownObject node) => _firstLine + node.Line;

        private SourceSpan SpanOf(MarkdownObject node) => new(file, LineOf(node), node.Column + 1);

        private void Report(string code, MarkdownObject node, string message, string hint) =>
            diagnostics.Add(Diagnostic.Error(code, SpanOf(node), message, hint));

        private void WarnHtml(MarkdownObject html) =>
            Warn("RA0012", html, "raw HTML is shown as text", "write Markdown instead, or remove the tags");

        private void Warn(string code, MarkdownObject node, string message, string hint) =>
            diagnostics.Add(Diagnostic.Warning(code, SpanOf(node), message, hint));
    }
}
