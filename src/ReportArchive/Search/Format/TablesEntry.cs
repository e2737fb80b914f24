using System.Collections.Immutable;
using System.Text.Json;

namespace ReportArchive.Search.Format;

/// <summary>What the manifest says of the tables that some segments share.</summary>
/// <param name="Hash">Their folder: a hash of all their bytes.</param>
/// <param name="Slots">Number of reports of each segment, by slot.</param>
/// <param name="Grams">Number of grams of one and two units.</param>
/// <param name="GramPages">Pages of their table.</param>
/// <param name="LongPages">Pages of the table of longer grams.</param>
/// <param name="Lengths">Length of each file in bytes, by <see cref="TableFile"/>.</param>
internal sealed record TablesEntry(
    string Hash, ImmutableArray<int> Slots, int Grams, int GramPages, int LongPages, ImmutableArray<long> Lengths)
{
    /// <summary>Writes it as a JSON object.</summary>
    public void Write(Utf8JsonWriter json)
    {
        json.WriteStartObject();
        json.WriteString("hash", Hash);
        json.WriteStartArray("slots");
        foreach (var reports in Slots)
            json.WriteNumberValue(reports);
        json.WriteEndArray();
        json.WriteNumber("grams", Grams);
        json.WriteNumber("gramPages", GramPages);
        json.WriteNumber("longPages", LongPages);
        FileLengths.Write<TableFile>(json, Lengths);
        json.WriteEndObject();
    }

    /// <summary>Reads it back.</summary>
    public static TablesEntry Read(JsonElement json) => new(
        json.GetProperty("hash").GetString()!,
        [.. json.GetProperty("slots").EnumerateArray().Select(static reports => reports.GetInt32())],
        json.GetProperty("grams").GetInt32(),
        json.GetProperty("gramPages").GetInt32(),
        json.GetProperty("longPages").GetInt32(),
        FileLengths.Read<TableFile>(json));
}
