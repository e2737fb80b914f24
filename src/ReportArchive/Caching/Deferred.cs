namespace ReportArchive.Caching;

/// <summary>A part of a model that is costly to work out, so that it is worked out only where the page is made.</summary>
public interface IDeferred
{
    /// <summary>Stands for all that the value is worked out from: the same basis, the same value.</summary>
    string Basis { get; }
}

/// <summary>A value that is worked out when it is first asked for; safe to ask for from several threads.</summary>
/// <param name="basis">Stands for all that the value is worked out from.</param>
/// <param name="make">Works it out.</param>
public sealed class Deferred<T>(string basis, Func<T> make) : IDeferred
{
    private readonly Lazy<T> _value = new(make);

    /// <inheritdoc/>
    public string Basis => basis;

    /// <summary>The value.</summary>
    public T Value => _value.Value;
}
