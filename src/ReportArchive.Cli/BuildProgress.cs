namespace ReportArchive.Cli;

/// <summary>Tells whoever watches how far a build has come.</summary>
/// <param name="Started">Called when a stage begins.</param>
internal sealed record BuildProgress(Action<BuildStage> Started)
{
    /// <summary>Nobody watches.</summary>
    public static BuildProgress None { get; } = new(static _ => { });

    /// <summary>Begins a stage.</summary>
    public BuildStage Stage(string name)
    {
        var stage = new BuildStage(name);
        Started(stage);
        return stage;
    }
}

/// <summary>One stage of a build, counted in files or pages.</summary>
internal sealed class BuildStage(string name)
{
    private int _done;

    public string Name { get; } = name;

    public int Expected { get; private set; }

    public int Done => Volatile.Read(ref _done);

    public void Expect(int count) => Expected = count;

    public void Advance() => Interlocked.Increment(ref _done);
}
