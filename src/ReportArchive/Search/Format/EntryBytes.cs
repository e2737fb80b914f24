using System.Text.Json;

namespace ReportArchive.Search.Format;

/// <summary>An entry of the manifest by itself, as a cache keeps it.</summary>
internal static class EntryBytes
{
    /// <summary>Writes an entry.</summary>
    public static byte[] Of(Action<Utf8JsonWriter> write)
    {
        using var bytes = new MemoryStream();
        using (var json = new Utf8JsonWriter(bytes))
            write(json);
        return bytes.ToArray();
    }

    /// <summary>Reads an entry.</summary>
    public static T Read<T>(ReadOnlyMemory<byte> bytes, Func<JsonElement, T> read)
    {
        using var json = JsonDocument.Parse(bytes);
        return read(json.RootElement);
    }
}
