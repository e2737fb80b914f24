using System.Collections.Immutable;
using System.Text.Json;

namespace ReportArchive.Search.Format;

/// <summary>Length in bytes of each logical file of a folder, as the manifest says it.</summary>
internal static class FileLengths
{
    /// <summary>Writes them as an object, but for files that are not there.</summary>
    public static void Write<TFile>(Utf8JsonWriter json, ImmutableArray<long> lengths)
        where TFile : struct, Enum
    {
        json.WriteStartObject("files");
        foreach (var (file, length) in Enum.GetValues<TFile>().Zip(lengths))
        {
            if (length > 0)
                json.WriteNumber(SegmentFiles.Name(file), length);
        }
        json.WriteEndObject();
    }

    /// <summary>Reads them back; 0 for files that are not there.</summary>
    public static ImmutableArray<long> Read<TFile>(JsonElement json)
        where TFile : struct, Enum
    {
        var files = json.GetProperty("files");
        return [.. Enum.GetValues<TFile>().Select(file => files.TryGetProperty(SegmentFiles.Name(file), out var length) ? length.GetInt64() : 0)];
    }
}
