using System.Collections.Immutable;
using ReportArchive.Concepts;
using ReportArchive.Reports;
using ReportArchive.Sites;

namespace ReportArchive.Schemas;

/// <summary>The files from which editor programs complete and check while one types.</summary>
public static class EditorFiles
{
    /// <summary>The folder of the schemas below the input folder.</summary>
    public const string SchemaFolder = "schemas";

    /// <summary>The line that ties a file to its schema, in editor programs that read it; a comment to all else.</summary>
    /// <param name="schema"><c>report</c>, <c>concept</c> or <c>site</c>.</param>
    /// <param name="depth">How many folders the file lies below the input folder.</param>
    public static string SchemaLine(string schema, int depth) =>
        $"# yaml-language-server: $schema={string.Concat(Enumerable.Repeat("../", depth))}{SchemaFolder}/{schema}.json";

    /// <summary>The schemas that follow from the program alone, paths below the input folder.</summary>
    public static ImmutableArray<OutputFile> OfTheProgram() =>
    [
        new($"{SchemaFolder}/report.json", JsonSchema.Write("报告的抬头", ReportKeys.All)),
        new($"{SchemaFolder}/concept.json", JsonSchema.Write("提法的抬头", ConceptKeys.All)),
        new($"{SchemaFolder}/site.json", JsonSchema.Write("档案的设置", SiteKeys.All)),
    ];

    /// <summary>What follows from the archive's content as well, a path below the input folder.</summary>
    public static OutputFile InUse(Site site) => new($"{SchemaFolder}/{InUseSchema.FileName}", InUseSchema.Write(site));

    /// <summary>Snippets for Visual Studio Code, a path below the folder of the archive.</summary>
    public static OutputFile Snippets(Site site) => new(".vscode/report-archive.code-snippets", ReportArchive.Schemas.Snippets.Write(site));
}
