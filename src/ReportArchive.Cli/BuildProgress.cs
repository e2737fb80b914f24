namespace ReportArchive.Cli;

/// <summary>Tells whoever watches how far a build has come, and at what cost.</summary>
/// <param name="Started">Called when a stage begins.</param>
/// <param name="Ended">Called when the next one begins, or the build ends.</param>
internal sealed record BuildProgress(Action<BuildStage> Started, Action<BuildStage, StageCost> Ended)
{
    private BuildStage? _current;
    private StageCost _begun = StageCost.Now;

    /// <summary>Nobody watches.</summary>
    public static BuildProgress None => new(static _ => { }, static (_, _) => { });

    /// <summary>Begins a stage, and ends the one before.</summary>
    public BuildStage Stage(string name)
    {
        End();
        _current = new BuildStage(name);
        Started(_current);
        return _current;
    }

    /// <summary>Ends the last stage.</summary>
    public void End()
    {
        var now = StageCost.Now;
        if (_current is { } stage)
            Ended(stage, now.Since(_begun));
        (_current, _begun) = (null, now);
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
