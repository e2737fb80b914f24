namespace ReportArchive.Search.Writing;

/// <summary>The scratch files that are in use.</summary>
/// <param name="make">Makes an empty one.</param>
internal sealed class ScratchFiles(Func<IScratchFile> make) : IDisposable
{
    private readonly List<IScratchFile> _files = [];

    /// <summary>Takes an empty one.</summary>
    public IScratchFile Take()
    {
        var file = make();
        _files.Add(file);
        return file;
    }

    /// <summary>Lets go of all that were taken: what is in them lies elsewhere by now, or is of no use any longer.</summary>
    public void LetGo()
    {
        foreach (var file in _files)
            file.Dispose();
        _files.Clear();
    }

    public void Dispose() => LetGo();
}
