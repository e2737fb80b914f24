using System.CommandLine;
using ReportArchive.Data;
using ReportArchive.Search;

namespace ReportArchive.Cli.Commands;

/// <summary><c>search</c>: asks the built site's index.</summary>
internal static class SearchCommand
{
    private const string Description =
        """
        Finds any run of characters in the built site's text, from the index that the site publishes. Words apart are all required,
        a|b is either, -a is not; 地: 年: 类: 提法: filter by place, year, kind and concept. The query '-' reads one query a line from
        standard input and writes one JSON document a line.

        Example:  report-archive search 四减四增 --json
                  report-archive search "双招双引 地:淄博 年:2021-2023"
        """;

    public static Command Create()
    {
        var query = new Argument<string>("QUERY") { Description = "What to find; '-' reads queries from standard input." };
        var output = CommonOptions.Output();
        var json = new Option<bool>("--json") { Description = "Print one JSON document, with every hit." };
        var limit = new Option<int>("--limit") { Description = "Most reports to print; 0 for all.", DefaultValueFactory = static _ => 10, HelpName = "N" };
        var exact = new Option<bool>("--exact") { Description = "Leave aliases and variant characters out." };
        var order = new Option<SearchOrder>("--sort") { Description = "Order of the reports: relevance, year or place.", DefaultValueFactory = static _ => SearchOrder.Relevance, HelpName = "ORDER" };
        var command = new Command("search", Description) { query, output, json, limit, exact, order };
        command.SetAction(call => Run(
            call.GetValue(query)!, call.GetValue(output)!, call.GetValue(json),
            new SearchOptions(call.GetValue(limit), Order: call.GetValue(order), Exact: call.GetValue(exact), HitsPerReport: 0)));
        return command;
    }

    private static int Run(string query, string output, bool json, SearchOptions complete)
    {
        if (complete.Limit < 0)
            throw new UserException($"--limit {complete.Limit} is negative", "give a whole number; 0 prints all");
        try
        {
            var index = IndexFolder.Open(output);
            if (query == "-")
            {
                while (Console.ReadLine() is { } line)
                    Print(Json.WriteLine(writer => SearchJson.Write(writer, index.Search(line, complete))));
            }
            else if (json)
            {
                Print(Json.Write(writer => SearchJson.Write(writer, index.Search(query, complete))));
            }
            else
            {
                PrintText(index.Search(query, complete with { HitsPerReport = 3 }));
            }
            return Failures.None;
        }
        catch (SearchIndexException e)
        {
            throw new UserException($"the search index in {output} cannot be read: {e.Message}", "run 'report-archive build' again");
        }
    }

    private static void Print(byte[] document)
    {
        using var stdout = Console.OpenStandardOutput();
        stdout.Write(document);
    }

    private static void PrintText(SearchAnswer answer)
    {
        Console.WriteLine($"{answer.Total} reports with '{answer.Query}'{(answer.Also.IsEmpty ? "" : $", also {string.Join(", ", answer.Also)}")}");
        foreach (var filter in answer.Unknown)
            Console.WriteLine($"nothing is named so, searched as text: {filter}");
        foreach (var result in answer.Results)
        {
            Console.WriteLine();
            Console.WriteLine($"{result.Title}  {result.Url}");
            foreach (var hit in result.Hits)
                Console.WriteLine($"  #{hit.Anchor}  {hit.Text}");
        }
    }
}
