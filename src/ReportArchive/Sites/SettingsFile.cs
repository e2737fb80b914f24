using System.Text;
using ReportArchive.Import;
using ReportArchive.Schemas;
using ReportArchive.Yaml;

namespace ReportArchive.Sites;

/// <summary>A site.yml to begin with: every key with what it means, those that are not set as comments.</summary>
public static class SettingsFile
{
    /// <summary>Writes the file.</summary>
    /// <param name="title">Name of the archive.</param>
    public static string Write(string title)
    {
        var text = new StringBuilder($"{EditorFiles.SchemaLine("site", depth: 0)}\n");
        foreach (var key in SiteKeys.All)
        {
            text.Append($"\n# {key.Chinese}\n");
            text.Append(key == SiteKeys.Title ? $"{key}: {MarkdownWriter.Yaml(title)}\n" : $"# {key}: {Value(key)}\n");
        }
        return text.ToString();
    }

    private static string Value(YamlKey key) => key.Default.Length > 0 ? key.Default : key.Example;
}
