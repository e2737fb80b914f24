// The benchmarks: quality of cleaning, a corpus of any size, this program beside its peers, hot functions alone.
using BenchmarkDotNet.Running;
using ReportArchive.Benchmarks;
using ReportArchive.Benchmarks.Cleaning;
using ReportArchive.Benchmarks.Concepts;
using ReportArchive.Benchmarks.Corpus;
using ReportArchive.Benchmarks.Peers;
using ReportArchive.Benchmarks.Search;

return args switch
{
    _ when args.Contains("--help", StringComparer.Ordinal) => Usage(),
    ["cleaning", .. var rest] => CleaningProgram.Run(rest),
    ["corpus", .. var rest] => CorpusCommand.Run(rest),
    ["peers", .. var rest] => PeersCommand.Run(rest),
    ["chart", var file] => PeersCommand.Draw(file),
    ["search", .. var rest] => await SearchProgram.RunAsync(rest),
    ["functions", .. var rest] => Functions(rest),
    ["parallels", .. var rest] => ParallelsProgram.Run(rest),
    _ => Usage(),
};

static int Functions(string[] args)
{
    BenchmarkSwitcher.FromTypes([typeof(MatcherBenchmark), typeof(HotFunctions)]).Run(args);
    return 0;
}

static int Usage()
{
    Console.Error.WriteLine(
        """
        cleaning [--truth FOLDER] [--class NAME] [--worst N]     score the importer on damage it is given
        corpus FOLDER --reports N                                write an archive of N generated reports
        corpus --growth [N ...]                                  different runs of characters in real and in generated reports
        corpus --learn                                           learn the clauses of the real reports anew
        peers --reports N,N [--runs N] [--node-modules DIR]      build the same corpus with this program and its peers, in turn
        chart RUNS.json                                          draw the table and the chart of runs again
        search [--reports N] [--chunks] [--pagefind PROGRAM]     the search index in Chromium, against a plain scan of the text
        search --reports N --write FOLDER [--queries-only]       the index, and queries with what is right, to be asked later
        search --ask FOLDER                                      asks those in Chromium
        parallels FOLDER                                         find the parallel passages of an input folder, timed
        functions --filter '*Matcher*'                           time hot functions alone, with BenchmarkDotNet
        """);
    return 1;
}
