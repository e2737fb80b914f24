// The benchmarks: a corpus of any size, this program beside its peers, hot functions alone.
using ReportArchive.Benchmarks.Corpus;

return args switch
{
    ["corpus", .. var rest] => CorpusCommand.Run(rest),
    _ => Usage(),
};

static int Usage()
{
    Console.Error.WriteLine(
        """
        corpus FOLDER --reports N                                write an archive of N generated reports
        """);
    return 1;
}
