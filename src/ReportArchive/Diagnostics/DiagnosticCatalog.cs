using System.Collections.Frozen;

namespace ReportArchive.Diagnostics;

/// <summary>
/// Every diagnostic number, once, with what it means. Numbers are never reused.
/// 00xx files, front matter and body · 01xx places · 015x concepts · 02xx the site as a whole · 03xx import ·
/// 04xx the built site (links, HTML) · 05xx search · 06xx anchors and frozen URLs.
/// </summary>
public static class DiagnosticCatalog
{
    /// <summary>Meaning of each number, in English, one sentence.</summary>
    public static FrozenDictionary<string, string> Meanings { get; } = new Dictionary<string, string>(StringComparer.Ordinal)
    {
        ["RA0001"] = "The file has no front matter: it must begin with a line of three hyphens.",
        ["RA0002"] = "The front matter is not closed by a second line of three hyphens.",
        ["RA0003"] = "The front matter, or site.yml, is not valid YAML.",
        ["RA0004"] = "A key is unknown.",
        ["RA0005"] = "A key stands twice.",
        ["RA0006"] = "A required key is missing or empty.",
        ["RA0007"] = "A value is not of the form its key asks for.",
        ["RA0008"] = "The file's path does not agree with its front matter.",
        ["RA0009"] = "The file is not UTF-8 text.",
        ["RA0010"] = "The body is empty.",
        ["RA0011"] = "A heading level is skipped.",
        ["RA0012"] = "The body has raw HTML, which is shown as text.",
        ["RA0013"] = "A merge conflict was left in the file.",
        ["RA0014"] = "The body has a first-level heading; the title is in the front matter.",
        ["RA0015"] = "Half-width punctuation stands after a Chinese character.",
        ["RA0016"] = "The body has an image, which is not shown.",
        ["RA0017"] = "A control character stands in the file.",
        ["RA0018"] = "A link of the body does not open a page, and is shown as text.",
        ["RA0019"] = "A paragraph begins with number signs that make no heading.",
        ["RA0020"] = "A file in a content folder is not read.",
        ["RA0101"] = "A place is not known.",
        ["RA0102"] = "A place's name fits several places.",
        ["RA0103"] = "A row of places.csv cannot be read.",
        ["RA0151"] = "Two concepts claim one slug.",
        ["RA0152"] = "Two concepts claim one label, alias or variant.",
        ["RA0153"] = "A concept refers to a concept that does not exist.",
        ["RA0154"] = "Concepts form a circle of parents, successors or parts.",
        ["RA0155"] = "A concept never occurs in the reports.",
        ["RA0156"] = "A quoted passage of a concept does not occur in the report it names.",
        ["RA0157"] = "A formula's parts are not as many as its name says.",
        ["RA0158"] = "A concept has no definition.",
        ["RA0159"] = "A report spells out a formula whose file lists no parts.",
        ["RA0160"] = "A spelling of a concept is too short to be told from other words.",
        ["RA0161"] = "A concept's words stand in reports only within a longer concept's.",
        ["RA0202"] = "A report is in the archive twice.",
        ["RA0203"] = "The archive holds no report.",
        ["RA0204"] = "Two reports have the same text.",
        ["RA0205"] = "Most of a report's text is contained in another.",
        ["RA0301"] = "No report was recognised in a dump.",
        ["RA0302"] = "A dump's text states two different things.",
        ["RA0303"] = "A dump cannot be read.",
        ["RA0304"] = "A report that exists already differs from the one imported.",
        ["RA0305"] = "A dump breaks off before the report ends.",
        ["RA0306"] = "A block of a dump is doubtful and was kept.",
        ["RA0307"] = "A dump does not say which place or year its report is of.",
        ["RA0308"] = "A numbered part of a report is missing in a dump.",
        ["RA0401"] = "A link leads nowhere.",
        ["RA0402"] = "A link's anchor does not exist on its page.",
        ["RA0403"] = "A page is not well-formed HTML.",
        ["RA0404"] = "An identifier stands twice on a page.",
        ["RA0405"] = "The built site is missing or older than its input.",
        ["RA0601"] = "A ledger of anchors cannot be read.",
        ["RA0602"] = "A ledger of anchors names another report than its path.",
        ["RA0603"] = "A published URL would vanish.",
        ["RA0604"] = "A published anchor would vanish.",
        ["RA0605"] = "A redirect cannot be read.",
        ["RA0606"] = "A redirect leads nowhere.",
        ["RA0607"] = "A redirect starts at something that is published.",
        ["RA0608"] = "Redirects lead in a circle.",
        ["RA0609"] = "The manifest of the last publication cannot be read.",
    }.ToFrozenDictionary(StringComparer.Ordinal);
}
