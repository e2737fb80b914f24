using System.Collections.Frozen;
using System.Collections.Immutable;
using System.IO.Compression;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace ReportArchive.Cli.Publishing;

/// <summary>A file as it lies in the store.</summary>
/// <param name="Sha256">Hash of the site's own bytes, before compression.</param>
/// <param name="ETag">What the store called the object.</param>
internal readonly record struct StoredFile(string Sha256, string ETag);

/// <summary>
/// What this archive has put into a store, kept there beside the site. It is written before a publication begins (what is
/// about to be put there) and at its end (what is there): nothing is ever in the store that it does not name, and nothing
/// it does not name is ever deleted.
/// </summary>
/// <param name="Rules">The rules objects were stored by: headers and compression. Others mean that all is stored anew.</param>
/// <param name="Files">Path and state of every file of the last publication that was completed.</param>
/// <param name="Pending">Path and hash of what a publication is about to write.</param>
/// <param name="PendingRules">The rules of that publication.</param>
/// <param name="Retired">Files the last publication no longer needs, but pages that readers have open may.</param>
internal sealed record StoreRecord(
    string Rules,
    ImmutableSortedDictionary<string, StoredFile> Files,
    ImmutableSortedDictionary<string, string> Pending,
    string PendingRules,
    ImmutableArray<string> Retired)
{
    /// <summary>Its own path below the prefix.</summary>
    public const string Path = ".report-archive/published.json.gz";

    /// <summary>Nothing published yet.</summary>
    public static StoreRecord Empty { get; } = new(
        "", ImmutableSortedDictionary.Create<string, StoredFile>(StringComparer.Ordinal), ImmutableSortedDictionary.Create<string, string>(StringComparer.Ordinal), "", []);

    /// <summary>Everything this archive may have put into the store.</summary>
    public FrozenSet<string> Known => Files.Keys.Concat(Pending.Keys).Concat(Retired).ToFrozenSet(StringComparer.Ordinal);

    /// <summary>Reads what <see cref="Write"/> wrote.</summary>
    /// <exception cref="UserException">It is something else.</exception>
    public static StoreRecord Read(byte[] bytes)
    {
        try
        {
            using var plain = new GZipStream(new MemoryStream(bytes), CompressionMode.Decompress);
            var json = JsonSerializer.Deserialize(plain, StoreRecordJson.Default.StoreRecord) ?? throw new JsonException("empty");
            return json with
            {
                Files = json.Files.WithComparers(StringComparer.Ordinal),
                Pending = json.Pending.WithComparers(StringComparer.Ordinal),
            };
        }
        catch (Exception e) when (e is JsonException or InvalidDataException)
        {
            throw new UserException($"{Path} in the store is damaged", "delete it and run 'publish --adopt': everything is compared anew");
        }
    }

    /// <summary>The record as stored: JSON, gzip.</summary>
    public StoredObject Write()
    {
        using var bytes = new MemoryStream();
        using (var packed = new GZipStream(bytes, CompressionLevel.Optimal, leaveOpen: true))
            JsonSerializer.Serialize(packed, this, StoreRecordJson.Default.StoreRecord);
        return new StoredObject(bytes.ToArray(), "application/gzip", "no-store", "");
    }
}

/// <summary>How <see cref="StoreRecord"/> is written as JSON.</summary>
[JsonSerializable(typeof(StoreRecord))]
[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase)]
internal sealed partial class StoreRecordJson : JsonSerializerContext;
