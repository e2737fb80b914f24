using System.Buffers;
using System.Security.Cryptography;
using System.Text.Json;
using ReportArchive.Caching;
using ReportArchive.Data;
using ReportArchive.Sharding;
using ReportArchive.Sites;
using ReportArchive.Theme;

namespace ReportArchive.Cli;

/// <summary><c>part.json</c>: what marks a folder as one shard's part of a site, and tells whether all of it is there.</summary>
/// <param name="Shard">Whose part it is.</param>
/// <param name="Build">Stands for all that the site is made from: parts of one site have the same.</param>
/// <param name="Files">Number of files beside this one.</param>
/// <param name="Bytes">Their length.</param>
internal sealed record PartRecord(Shard Shard, string Build, int Files, long Bytes)
{
    /// <summary>Its path in the part.</summary>
    public const string Path = "part.json";

    /// <summary>The record of a part.</summary>
    /// <param name="shard">Whose it is.</param>
    /// <param name="facts">What the site is derived from.</param>
    /// <param name="theme">How it looks, and its settings: what may differ from call to call.</param>
    /// <param name="models">Tells what models hold.</param>
    /// <param name="size">What the part consists of.</param>
    public static PartRecord Of(Shard shard, GatheredFacts facts, ThemeContext theme, ModelBytes models, (int Files, long Bytes) size)
    {
        using var bytes = new ByteBuffer();
        bytes.AppendText(PageCache.Program);
        models.Write(bytes, theme);
        foreach (var hash in facts.Hashes)
            bytes.Write(hash.Span);
        return new PartRecord(shard, Convert.ToHexStringLower(SHA256.HashData(bytes.Written.Span)), size.Files, size.Bytes);
    }

    /// <summary>The file.</summary>
    public OutputFile ToFile() => new(Path, Json.WriteLine(json =>
    {
        json.WriteStartObject();
        json.WriteString("shard", Shard.ToString());
        json.WriteString("build", Build);
        json.WriteNumber("files", Files);
        json.WriteNumber("bytes", Bytes);
        json.WriteEndObject();
    }));

    /// <summary>Reads what <see cref="ToFile"/> wrote; none where it is something else.</summary>
    public static PartRecord? Read(ReadOnlyMemory<byte> bytes)
    {
        try
        {
            using var document = JsonDocument.Parse(bytes);
            var json = document.RootElement;
            return Shard.TryParse(json.GetProperty("shard").GetString()!, out var shard)
                ? new PartRecord(shard, json.GetProperty("build").GetString()!, json.GetProperty("files").GetInt32(), json.GetProperty("bytes").GetInt64())
                : null;
        }
        catch (Exception e) when (e is JsonException or KeyNotFoundException or InvalidOperationException or FormatException)
        {
            return null;
        }
    }
}
