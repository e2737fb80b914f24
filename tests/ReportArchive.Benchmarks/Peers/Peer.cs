namespace ReportArchive.Benchmarks.Peers;

/// <summary>A program that makes a site of the corpus, or an index of a site.</summary>
/// <param name="Name">Name in results.</param>
/// <param name="Version">Arguments that print its version.</param>
/// <param name="Prepare">Makes what it needs in its work folder, unmeasured; every run starts from the same state.</param>
/// <param name="Command">The measured command: program and arguments.</param>
/// <param name="Output">Folder of what it makes.</param>
internal sealed record Peer(string Name, string[] Version, Action Prepare, string[] Command, string Output)
{
    /// <summary>Folder the command runs in.</summary>
    public string Folder { get; init; } = ".";
}

/// <summary>The peers on one corpus.</summary>
/// <param name="Corpus">Input folder of an archive.</param>
/// <param name="Work">Folder for outputs; each peer has its own below it.</param>
/// <param name="NodeModules">Folder with @11ty/eleventy and pagefind; none leaves both out.</param>
/// <param name="Tool">This program: the assembly that <c>dotnet</c> runs, or an executable.</param>
internal sealed record PeerSet(string Corpus, string Work, string? NodeModules, string Tool)
{
    private static readonly string Files = Path.Combine(Repository.Root, "tests", "ReportArchive.Benchmarks", "Peers");

    private string Aside => Path.Combine(Work, "aside");

    /// <summary>Those that are installed, this program first, and then again with its output of the run before in place.</summary>
    public IEnumerable<Peer> All()
    {
        yield return Ours("report-archive", clean: true);
        yield return Ours("report-archive again", clean: false);
        yield return Hugo();
        if (NodeModules is null)
            yield break;
        yield return Eleventy();
        yield return Pagefind();
    }

    private Peer Ours(string name, bool clean)
    {
        var output = Path.Combine(Work, "report-archive");
        string[] run = Tool.EndsWith(".dll", StringComparison.Ordinal) ? ["dotnet", Tool] : [Tool];
        return new Peer(
            name,
            [.. run, "--version"],
            () =>
            {
                if (!clean)
                    return;
                SetAside(output);
                // The program keeps what it may use again beside its output.
                SetAside(Path.Combine(Work, ".cache"));
            },
            [.. run, "build", "--verbose", "--input", Corpus, "--output", output, "--base-url", "https://example.org/"],
            output);
    }

    private Peer Hugo()
    {
        var output = Path.Combine(Work, "hugo");
        var site = Path.Combine(Work, "hugo-site");
        return new Peer(
            "Hugo",
            ["hugo", "version"],
            () =>
            {
                SetAside(output);
                Copy(Path.Combine(Files, "hugo"), site);
            },
            ["hugo", "--source", site, "--contentDir", Path.Combine(Corpus, "reports"), "--destination", output, "--quiet"],
            output);
    }

    private Peer Eleventy()
    {
        var output = Path.Combine(Work, "eleventy");
        var site = Path.Combine(Work, "eleventy-site");
        return new Peer(
            "Eleventy",
            ["node", Path.Combine(NodeModules!, "@11ty/eleventy/cmd.cjs"), "--version"],
            () =>
            {
                SetAside(output);
                if (Directory.Exists(site))
                    return;
                Copy(Path.Combine(Files, "eleventy"), site);
                Copy(Path.Combine(Corpus, "reports"), Path.Combine(site, "content"));
            },
            ["node", Path.Combine(NodeModules!, "@11ty/eleventy/cmd.cjs"), "--config=eleventy.config.mjs", $"--output={output}", "--quiet"],
            output)
        { Folder = site };
    }

    /// <summary>Indexes what Hugo made: the text alone, without our navigation and lists.</summary>
    private Peer Pagefind()
    {
        var output = Path.Combine(Work, "pagefind");
        return new Peer(
            "Pagefind",
            ["node", Path.Combine(NodeModules!, "pagefind/lib/runner/bin.cjs"), "--version"],
            () => SetAside(output),
            ["node", Path.Combine(NodeModules!, "pagefind/lib/runner/bin.cjs"), "--site", Path.Combine(Work, "hugo"), "--output-path", output],
            output);
    }

    /// <summary>Removes what the runs have made but for the last of each: to be called when all are measured.</summary>
    public void Clear()
    {
        if (Directory.Exists(Aside))
            Directory.Delete(Aside, recursive: true);
    }

    /// <summary>
    /// Gives a run the state of the first. Nothing is deleted between runs: for five minutes ext4 without a journal looks past every inode
    /// that was freed when it needs one, which had cost a program of many files, begun at once, as much again as its own work.
    /// </summary>
    private void SetAside(string folder)
    {
        if (!Directory.Exists(folder))
            return;
        Directory.CreateDirectory(Aside);
        Directory.Move(folder, Path.Combine(Aside, Path.GetRandomFileName()));
    }

    private static void Copy(string from, string to)
    {
        foreach (var file in Directory.EnumerateFiles(from, "*", SearchOption.AllDirectories))
        {
            var copy = Path.Combine(to, Path.GetRelativePath(from, file));
            Directory.CreateDirectory(Path.GetDirectoryName(copy)!);
            File.Copy(file, copy, overwrite: true);
        }
    }
}
