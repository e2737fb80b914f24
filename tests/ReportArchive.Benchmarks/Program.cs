// Speed and quality figures, one program each: cleaning.
using ReportArchive.Benchmarks.Cleaning;

return args switch
{
    ["cleaning", .. var rest] => CleaningProgram.Run(rest),
    _ => Usage(),
};

static int Usage()
{
    Console.Error.WriteLine("usage: ReportArchive.Benchmarks cleaning [--truth FOLDER] [--class NAME] [--worst N]");
    return 1;
}
