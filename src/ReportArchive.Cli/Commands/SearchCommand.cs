using System.CommandLine;
using System.Text.Json;
using ReportArchive.Data;
using ReportArchive.Search;

namespace ReportArchive.Cli.Commands;

/// <summary><c>search</c>: asks the built site what the search page asks it.</summary>
internal static class SearchCommand
{
    private const string Description =
        """
        Finds any run of characters in the built site's text. Words apart are all required, a|b is either, -a is not.
        The query '-' reads one query a line from standard input and writes one JSON document a line.

        Example:  report-archive search 四减四增 --json
        """;

    public static Command Create()
    {
        var query = new Argument<string>("QUERY") { Description = "What to find; '-' reads queries from standard input." };
        var output = CommonOptions.Output();
        var json = new Option<bool>("--json") { Description = "Print one JSON document." };
        var limit = new Option<int>("--limit") { Description = "Most reports to print; 0 for all.", DefaultValueFactory = static _ => 10, HelpName = "N" };
        var exact = new Option<bool>("--exact") { Description = "Leave aliases and variant characters out." };
        var command = new Command("search", Description) { query, output, json, limit, exact };
        command.SetAction(call => Run(call.GetValue(query)!, call.GetValue(output)!, call.GetValue(json), call.GetValue(limit)));
        return command;
    }

    private static int Run(string query, string output, bool json, int limit)
    {
        if (limit < 0)
            throw new UserException($"--limit {limit} is negative", "give a whole number; 0 prints all");
        var scan = Open(output);
        if (query == "-")
        {
            while (Console.ReadLine() is { } line)
                Print(Json.WriteLine(writer => PlainScan.Write(writer, line, scan.Find(line), limit)));
        }
        else if (json)
        {
            Print(Json.Write(writer => PlainScan.Write(writer, query, scan.Find(query), limit)));
        }
        else
        {
            PrintText(query, scan.Find(query), limit);
        }
        return Failures.None;
    }

    private static PlainScan Open(string output)
    {
        var path = Path.Combine(output, "search", "text.json");
        if (!File.Exists(path))
            throw new UserException($"there is no built site in {output}", "run 'report-archive build' first, or name its folder with --output");
        try
        {
            return new PlainScan(File.ReadAllBytes(path));
        }
        catch (JsonException)
        {
            throw new UserException($"{path} is not a search file of this program", "run 'report-archive build' again");
        }
    }

    private static void Print(byte[] document)
    {
        using var stdout = Console.OpenStandardOutput();
        stdout.Write(document);
    }

    private static void PrintText(string query, IReadOnlyCollection<ScanResult> results, int limit)
    {
        Console.WriteLine($"{results.Count} reports with '{query}'");
        foreach (var result in limit == 0 ? results : results.Take(limit))
        {
            Console.WriteLine();
            Console.WriteLine($"{result.Title}  /r/{result.Id}/");
            foreach (var hit in result.Hits.Take(3))
                Console.WriteLine($"  #{hit.Anchor}  {(hit.Text.Length > 100 ? hit.Text[..100] + "…" : hit.Text)}");
        }
    }
}
