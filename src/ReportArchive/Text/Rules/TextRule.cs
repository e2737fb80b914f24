namespace ReportArchive.Text.Rules;

/// <summary>One kind of damage that dumps do to Chinese text, and its repair.</summary>
/// <param name="Name">What the edit log calls it.</param>
/// <param name="Reason">Why the repair is right, one sentence for whoever reads the log.</param>
/// <param name="Find">All repairs a text needs, in order and without overlap. A text that was repaired needs none.</param>
public sealed record TextRule(string Name, string Reason, Func<string, IEnumerable<TextEdit>> Find);
