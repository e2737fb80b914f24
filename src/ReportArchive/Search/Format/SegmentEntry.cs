using System.Collections.Immutable;
using System.Text.Json;
using ReportArchive.Search.Text;

namespace ReportArchive.Search.Format;

/// <summary>What the manifest says of a segment.</summary>
/// <param name="Hash">Its folder: a hash of all its files, those too that are put together with those of other segments.</param>
/// <param name="Reports">Number of reports.</param>
/// <param name="Tables">Number of its tables among those of the manifest.</param>
/// <param name="Slot">Its number among the segments of those tables.</param>
/// <param name="Tokens">File of the tokens its text is written with.</param>
/// <param name="Verify">Most parts that are read to tell candidates apart.</param>
/// <param name="Masked">Longest list with parts.</param>
/// <param name="LongestGram">Longest gram the tables know, in UTF-16 units.</param>
/// <param name="ConceptDirectory">Length of the directory of concepts, in bytes.</param>
/// <param name="Variants">The traditional characters of its text, which a reader of it must fold, by code unit: a phrase that none of them stands for is written in one way alone.</param>
/// <param name="Passing">A hash of its files that are put together with those of other segments; empty where that was done.</param>
/// <param name="Lengths">Length of each file in bytes, by <see cref="SegmentFile"/>; 0 for those that were put together with those of other segments.</param>
internal sealed record SegmentEntry(
    string Hash,
    int Reports,
    int Tables,
    int Slot,
    string Tokens,
    int Verify,
    int Masked,
    int LongestGram,
    int ConceptDirectory,
    string Variants,
    string Passing,
    ImmutableArray<long> Lengths)
{
    /// <summary>What those characters fold to.</summary>
    public string Simplified { get; } = TextFolding.Fold(Variants);

    /// <summary>It as it is published.</summary>
    public SegmentEntry Published() => this with { Passing = "", Lengths = [.. Lengths.Select(static (length, file) => SegmentFiles.Passing.Contains((SegmentFile)file) ? 0 : length)] };

    /// <summary>Writes it as a JSON object.</summary>
    public void Write(Utf8JsonWriter json)
    {
        json.WriteStartObject();
        json.WriteString("hash", Hash);
        json.WriteNumber("reports", Reports);
        json.WriteNumber("tables", Tables);
        json.WriteNumber("slot", Slot);
        json.WriteString("tokens", Tokens);
        json.WriteNumber("verify", Verify);
        json.WriteNumber("masked", Masked);
        json.WriteNumber("longestGram", LongestGram);
        json.WriteNumber("conceptDirectory", ConceptDirectory);
        json.WriteString("variants", Variants);
        if (Passing.Length > 0)
            json.WriteString("passing", Passing);
        FileLengths.Write<SegmentFile>(json, Lengths);
        json.WriteEndObject();
    }

    /// <summary>Reads it back.</summary>
    public static SegmentEntry Read(JsonElement json) => new(
        json.GetProperty("hash").GetString()!,
        json.GetProperty("reports").GetInt32(),
        json.GetProperty("tables").GetInt32(),
        json.GetProperty("slot").GetInt32(),
        json.GetProperty("tokens").GetString()!,
        json.GetProperty("verify").GetInt32(),
        json.GetProperty("masked").GetInt32(),
        json.GetProperty("longestGram").GetInt32(),
        json.GetProperty("conceptDirectory").GetInt32(),
        json.GetProperty("variants").GetString()!,
        json.TryGetProperty("passing", out var passing) ? passing.GetString()! : "",
        FileLengths.Read<SegmentFile>(json));
}
