using System.Collections.Immutable;
using System.Text.Json;

namespace ReportArchive.Search.Format;

/// <summary>What the manifest says of a segment.</summary>
/// <param name="Hash">Its folder: a hash of all its bytes.</param>
/// <param name="Reports">Number of reports.</param>
/// <param name="Tokens">File of the tokens its text is written with.</param>
/// <param name="Grams">Number of grams of one and two units.</param>
/// <param name="GramPages">Pages of their table.</param>
/// <param name="LongPages">Pages of the table of longer grams.</param>
/// <param name="Verify">Most parts that are read to tell candidates apart.</param>
/// <param name="Masked">Longest list with parts.</param>
/// <param name="LongestGram">Longest gram the tables know, in UTF-16 units.</param>
/// <param name="ConceptDirectory">Length of the directory of concepts, in bytes.</param>
/// <param name="Variants">Whether its text holds traditional characters, which a reader of it must fold.</param>
/// <param name="Lengths">Length of each file in bytes, in the order of <see cref="SegmentFiles.All"/>.</param>
internal sealed record SegmentEntry(
    string Hash,
    int Reports,
    string Tokens,
    int Grams,
    int GramPages,
    int LongPages,
    int Verify,
    int Masked,
    int LongestGram,
    int ConceptDirectory,
    bool Variants,
    ImmutableArray<long> Lengths)
{
    /// <summary>Writes it as a JSON object.</summary>
    public void Write(Utf8JsonWriter json)
    {
        json.WriteStartObject();
        json.WriteString("hash", Hash);
        json.WriteNumber("reports", Reports);
        json.WriteString("tokens", Tokens);
        json.WriteNumber("grams", Grams);
        json.WriteNumber("gramPages", GramPages);
        json.WriteNumber("longPages", LongPages);
        json.WriteNumber("verify", Verify);
        json.WriteNumber("masked", Masked);
        json.WriteNumber("longestGram", LongestGram);
        json.WriteNumber("conceptDirectory", ConceptDirectory);
        json.WriteBoolean("variants", Variants);
        json.WriteStartObject("files");
        for (var i = 0; i < Lengths.Length; i++)
            json.WriteNumber(SegmentFiles.All[i].Name(), Lengths[i]);
        json.WriteEndObject();
        json.WriteEndObject();
    }

    /// <summary>It by itself, as a cache keeps it.</summary>
    public byte[] ToBytes()
    {
        using var bytes = new MemoryStream();
        using (var json = new Utf8JsonWriter(bytes))
            Write(json);
        return bytes.ToArray();
    }

    /// <summary>Reads what <see cref="ToBytes"/> wrote.</summary>
    public static SegmentEntry Read(ReadOnlyMemory<byte> bytes)
    {
        using var json = JsonDocument.Parse(bytes);
        return Read(json.RootElement);
    }

    /// <summary>Reads it back.</summary>
    public static SegmentEntry Read(JsonElement json)
    {
        var files = json.GetProperty("files");
        return new SegmentEntry(
            json.GetProperty("hash").GetString()!,
            json.GetProperty("reports").GetInt32(),
            json.GetProperty("tokens").GetString()!,
            json.GetProperty("grams").GetInt32(),
            json.GetProperty("gramPages").GetInt32(),
            json.GetProperty("longPages").GetInt32(),
            json.GetProperty("verify").GetInt32(),
            json.GetProperty("masked").GetInt32(),
            json.GetProperty("longestGram").GetInt32(),
            json.GetProperty("conceptDirectory").GetInt32(),
            json.GetProperty("variants").GetBoolean(),
            [.. SegmentFiles.All.Select(file => files.GetProperty(file.Name()).GetInt64())]);
    }
}
