using System.CommandLine;
using ReportArchive.Cli.Publishing;

namespace ReportArchive.Cli.Commands;

/// <summary><c>publish</c>: the built site into a bucket.</summary>
internal static class PublishCommand
{
    private const string Description =
        """
        Uploads the built site to a store that speaks S3: only what changed, content before the pages that link to it, the manifest
        last. Interrupted, it goes on where it stopped. It deletes nothing that it did not put there.
        Keys come from AWS_ACCESS_KEY_ID and AWS_SECRET_ACCESS_KEY, a profile, or the machine's role.

        Example:  report-archive publish s3://my-bucket/report-archive --dry-run
                  report-archive publish s3://my-bucket --endpoint https://s3.example.org --compress gzip
        """;

    public static Command Create()
    {
        var target = new Argument<string>("s3://BUCKET/PREFIX") { Description = "Where to." };
        var output = CommonOptions.Output();
        output.Description = "Folder of the built site.";
        var endpoint = new Option<Uri?>("--endpoint") { Description = "Address of a store that is not Amazon's. AWS_ENDPOINT_URL_S3 says it too.", HelpName = "URL", CustomParser = ParseEndpoint };
        var region = new Option<string?>("--region") { Description = "Region of the bucket.", HelpName = "R" };
        var compress = new Option<string>("--compress") { Description = "Store text compressed: none, gzip or br (browsers read br over HTTPS only).", DefaultValueFactory = static _ => "none", HelpName = "HOW" };
        compress.AcceptOnlyFromAmong("none", "gzip", "br");
        var adopt = new Option<bool>("--adopt") { Description = "Write to a prefix that holds objects this program did not put there." };
        var dryRun = new Option<bool>("--dry-run", "-n") { Description = "Show what would be done and do nothing." };
        var jobs = new Option<int>("--jobs", "-j") { Description = "Most uploads at once.", DefaultValueFactory = static _ => 16, HelpName = "N" };
        var command = new Command("publish", Description) { target, output, endpoint, region, compress, adopt, dryRun, jobs };
        command.SetAction((call, stop) =>
        {
            var connection = new S3Connection(S3Location.Parse(call.GetValue(target)!), call.GetValue(endpoint) ?? EndpointOfEnvironment(), call.GetValue(region));
            var compression = call.GetValue(compress) switch { "gzip" => Compression.Gzip, "br" => Compression.Brotli, _ => Compression.None };
            var request = new PublishRequest(call.GetValue(output)!, compression, Math.Clamp(call.GetValue(jobs), 1, 256), call.GetValue(adopt));
            return S3Store.GuardAsync(connection, () => RunAsync(connection, request, call.GetValue(dryRun), Terminal.For(call), stop));
        });
        return command;
    }

    private static Uri? ParseEndpoint(System.CommandLine.Parsing.ArgumentResult result)
    {
        var text = result.Tokens.Single().Value;
        if (Uri.TryCreate(text, UriKind.Absolute, out var url) && url.Scheme is "http" or "https")
            return url;
        result.AddError($"--endpoint must be a web address such as https://s3.example.org; '{text}' is not");
        return null;
    }

    private static Uri? EndpointOfEnvironment() =>
        Uri.TryCreate(Environment.GetEnvironmentVariable("AWS_ENDPOINT_URL_S3"), UriKind.Absolute, out var url) ? url : null;

    private static async Task<int> RunAsync(S3Connection connection, PublishRequest request, bool dryRun, Terminal terminal, CancellationToken stop)
    {
        using var store = new S3Store(connection);
        var publisher = new Publisher(store, request);
        var watch = System.Diagnostics.Stopwatch.StartNew();
        if (dryRun)
        {
            var (plan, _, _) = await terminal.WatchAsync(progress => publisher.CompareAsync(progress, stop));
            Show(plan);
            return Failures.None;
        }
        var (done, resumed) = await terminal.WatchAsync(async progress =>
        {
            var (plan, record, objects) = await publisher.CompareAsync(progress, stop);
            return (plan, await publisher.RunAsync(plan, record, objects, progress, stop));
        });
        var uploads = done.Uploads.Count();
        terminal.Say($"{uploads - resumed} files uploaded{(resumed > 0 ? $", {resumed} were there from an interrupted run" : "")}, {done.Unchanged.Count} unchanged, {done.Deleted.Length} deleted → {connection.Location} in {watch.Elapsed.TotalSeconds:0.0} s");
        return Failures.None;
    }

    private static void Show(PublishPlan plan)
    {
        foreach (var path in plan.Uploads)
            Console.WriteLine($"upload {path}");
        foreach (var path in plan.Deleted)
            Console.WriteLine($"delete {path}");
        Console.WriteLine($"{plan.Uploads.Count()} to upload, {plan.Unchanged.Count} unchanged, {plan.Deleted.Length} to delete");
    }
}
