using System.Text;
using DiffPlex;

namespace ReportArchive.Cli.Importing;

/// <summary>What an import would change in a file, as <c>diff -u</c> shows it.</summary>
internal static class ImportDiff
{
    private const int Context = 2;

    /// <summary>The difference; empty where there is none.</summary>
    /// <param name="path">The file's path.</param>
    /// <param name="before">What it holds; empty where it is not there yet.</param>
    /// <param name="after">What it would hold.</param>
    public static string Of(string path, string before, string after)
    {
        var diff = new Differ().CreateLineDiffs(before, after, ignoreWhitespace: false);
        if (diff.DiffBlocks.Count == 0)
            return "";
        var text = new StringBuilder();
        text.Append($"--- {(before.Length == 0 ? "/dev/null" : path)}\n+++ {path}\n");
        foreach (var block in diff.DiffBlocks)
        {
            var start = Math.Max(0, block.DeleteStartA - Context);
            var end = Math.Min(diff.PiecesOld.Length, block.DeleteStartA + block.DeleteCountA + Context);
            text.Append($"@@ -{start + 1} +{block.InsertStartB + 1} @@\n");
            Append(text, ' ', diff.PiecesOld[start..block.DeleteStartA]);
            Append(text, '-', diff.PiecesOld[block.DeleteStartA..(block.DeleteStartA + block.DeleteCountA)]);
            Append(text, '+', diff.PiecesNew[block.InsertStartB..(block.InsertStartB + block.InsertCountB)]);
            Append(text, ' ', diff.PiecesOld[(block.DeleteStartA + block.DeleteCountA)..end]);
        }
        return text.ToString();
    }

    private static void Append(StringBuilder text, char mark, IEnumerable<string> lines)
    {
        foreach (var line in lines)
            text.Append(mark).Append(line).Append('\n');
    }
}
