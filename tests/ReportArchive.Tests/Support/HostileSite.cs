namespace ReportArchive.Tests.Support;

/// <summary>A site whose every text tries to run a script.</summary>
public sealed class HostileSite : BuiltSite
{
    /// <summary>What the script would do.</summary>
    public const string Call = "window.attacked=1";

    /// <summary>A text that is a script wherever it is not escaped.</summary>
    public const string Payload = $"甲\"'><script>{Call}</script><img src=x onerror={Call}>&lt;乙";

    private readonly TemporaryFolder _content = new();

    public HostileSite()
    {
        // YAML: in single quotation marks, doubled within.
        var yaml = $"'{Payload.Replace("'", "''", StringComparison.Ordinal)}'";
        var body = $"""
            {Payload}

            ## {Payload}

            <script>{Call}</script>

            - {Payload}

            | {Payload} |
            |---|
            | <img src=x onerror={Call}> |

            [点](javascript:{Call}) [点](https://example.org/"onmouseover="{Call}) <javascript:{Call}> `{Payload}`

            敌意提法在此。“敌意提法”。
            """;
        var more = $"meeting: {yaml}\nspeaker: {yaml}\noffice: {yaml}\nsource:\n  - name: {yaml}\n    url: 'https://example.org/?\"><script>{Call}</script>'\n";
        new SampleArchive()
            .Report("370306/2023/gwr", body, yaml, more)
            .Report("370306/2022/gwr", $"另一篇。{Payload}", yaml)
            .Concept("hostile", yaml, $"aliases: [敌意提法]\nvariants: ['<script>{Call}</script>']\nparts: [{yaml}, 敌意提法]\nscope: {yaml}\nevidence:\n  - report: 370306/2023/gwr\n    quote: {yaml}\n", Payload)
            .WriteTo(_content, $"title: {yaml}\ndescription: {yaml}\npublisher: {yaml}\nrepository: 'https://example.org/?\"><script>{Call}</script>'\n");
    }

    public override string Input => _content["input"];

    public override Uri BaseUrl { get; } = new("https://hostile.example/");
}
