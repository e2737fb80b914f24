using ReportArchive.Diagnostics;
using ReportArchive.Places;

namespace ReportArchive.Tests.Places;

public class PlaceCorrectionsTests
{
    private const string File = "input/places.csv";

    [Fact]
    public void The_archives_own_file_reads_and_fits_the_table()
    {
        var (corrections, diagnostics) = PlaceCorrections.Read(System.IO.File.ReadAllText(Path.Combine(RepositoryRoot(), "input", "places.csv")), File);
        Assert.Empty(diagnostics);
        Assert.Empty(PlaceCorrections.Check(corrections, PlaceTable.National));
        var table = PlaceTable.National.With(corrections);
        Assert.Equal("370830003", Assert.IsType<PlaceResolution.Found>(table.Resolve("山东省/济宁市/汶上县/南站镇")).Place.Code.Value);
        Assert.Equal("370830003", Assert.IsType<PlaceResolution.Found>(table.Resolve("汶上县南站街道")).Place.Code.Value);
        Assert.Equal(["370830003"], table.FindIn("汶上县南站镇2019年政府工作报告").Select(place => place.Code.Value));
        Assert.Equal("山东省/济宁市/汶上县/南站街道", table.FullName(PlaceCode.Parse("370830003")));
    }

    [Fact]
    public void A_row_is_read_whole()
    {
        var (corrections, diagnostics) = Read("371200,莱芜市,\"莱芜地区| 莱芜县\",370000,\"2019年并入济南市, 见\"\"公告\"\"\"\r\n");
        Assert.Empty(diagnostics);
        var correction = Assert.Single(corrections);
        Assert.Equal(("371200", "莱芜市", "370000"), (correction.Code.Value, correction.Name, correction.Parent?.Value));
        Assert.Equal(["莱芜地区", "莱芜县"], correction.FormerNames);
        Assert.Equal(new SourceSpan(File, 2, 1), correction.Span);
    }

    [Theory]
    [InlineData("370306,周村区", 1, "2 fields")]
    [InlineData("370306,周村区,,,,", 1, "6 fields")]
    [InlineData("37030,周村区,,,", 1, "'37030' is not a place code")]
    [InlineData("370306,,,,", 8, "'' is not the name")]
    [InlineData("370306,淄博市/周村区,,,", 8, "not the name")]
    [InlineData("370306,周村区,周|周村县,,", 12, "'周' is not the name")]
    [InlineData("370306,周村区,周村县|周村区,,", 12, "a former name")]
    [InlineData("370306,周村区,,3703,", 13, "'3703' is not a place code")]
    [InlineData("370306,周村区,,370481107,", 13, "not of a higher level")]
    [InlineData("370306,周村区,,370306,", 13, "not of a higher level")]
    [InlineData("370306,\"周村区,,,", 8, "not closed")]
    [InlineData("370306,\"周村\"区,,,", 8, "followed by")]
    public void A_row_that_cannot_be_read_is_an_error_where_it_is_wrong(string row, int column, string message)
    {
        var (corrections, diagnostics) = Read("370300,淄博市,,,\n\n" + row + "\n370302,淄川区,,,");
        Assert.Equal(["370300", "370302"], corrections.Select(correction => correction.Code.Value));
        var diagnostic = Assert.Single(diagnostics);
        Assert.Equal(("RA0103", Severity.Error, new SourceSpan(File, 4, column)), (diagnostic.Code, diagnostic.Severity, diagnostic.Span));
        Assert.Contains(message, diagnostic.Message, StringComparison.Ordinal);
        Assert.NotEmpty(diagnostic.Hint);
    }

    [Fact]
    public void A_second_row_of_one_code_names_the_first()
    {
        var (corrections, diagnostics) = Read("370306,周村区,周村县,,\n370306,周村区,周村市,,");
        Assert.Equal(["周村县"], Assert.Single(corrections).FormerNames);
        Assert.Equal("input/places.csv:3:1: error RA0103: 370306 stands in line 2 already", Assert.Single(diagnostics).ToString());
    }

    [Theory]
    [InlineData("")]
    [InlineData("370306,周村区,,,\n")]
    [InlineData("code;name;former_names;parent;note\n")]
    public void Without_the_header_nothing_is_read(string csv)
    {
        var (corrections, diagnostics) = PlaceCorrections.Read(csv, File);
        Assert.Empty(corrections);
        Assert.Equal(new SourceSpan(File, 1, 1), Assert.Single(diagnostics).Span);
    }

    [Fact]
    public void A_byte_order_mark_and_the_header_alone_are_fine()
    {
        var (corrections, diagnostics) = PlaceCorrections.Read("\uFEFF" + PlaceCorrections.Header, File);
        Assert.Empty(corrections);
        Assert.Empty(diagnostics);
        Assert.Same(PlaceTable.National, PlaceTable.National.With(corrections));
    }

    [Fact]
    public void A_place_that_is_gone_can_be_added_with_what_lay_below_it()
    {
        var (corrections, _) = Read("371202001,凤城街道,,,\n371202,莱城区,,,\n371200,莱芜市,,,");
        var table = PlaceTable.National.With(corrections);
        Assert.Equal("山东省/莱芜市/莱城区/凤城街道", table.FullName(PlaceCode.Parse("371202001")));
        Assert.Equal(["莱城区"], table.Children(PlaceCode.Parse("371200")).Select(place => place.Name));
        Assert.Equal("371202", Assert.IsType<PlaceResolution.Found>(table.Resolve("莱芜市/莱城区")).Place.Code.Value);
        Assert.Equal(PlaceTable.National.Places.Count + 3, table.Places.Count);
        Assert.Equal(table.Places.OrderBy(place => place.Code), table.Places);
    }

    [Fact]
    public void A_place_added_between_two_levels_takes_what_lies_below()
    {
        var (corrections, _) = Read("620201,市区,,,");
        var table = PlaceTable.National.With(corrections);
        Assert.Equal("甘肃省/嘉峪关市/市区/雄关街道", table.FullName(PlaceCode.Parse("620201001")));
        Assert.Equal(["市区"], table.Children(PlaceCode.Parse("620200")).Select(place => place.Name));
    }

    [Fact]
    public void A_name_and_a_parent_can_be_corrected_and_corrections_add_up()
    {
        var (first, _) = Read("370306,新周村区,周村区,370100,");
        var (second, _) = Read("370305,临淄区,辛店区,,");
        var table = PlaceTable.National.With(first).With(second);
        Assert.Equal("山东省/济南市/新周村区", table.FullName(PlaceCode.Parse("370306")));
        Assert.Equal("山东省/济南市/新周村区/北郊镇", table.FullName(PlaceCode.Parse("370306100")));
        Assert.Equal("370306", Assert.IsType<PlaceResolution.Found>(table.Resolve("济南市/周村区/北郊镇")).Place.Parent?.Value);
        Assert.Equal("370305", Assert.IsType<PlaceResolution.Found>(table.Resolve("淄博市辛店区")).Place.Code.Value);
        Assert.Equal(7, table.Children(PlaceCode.Parse("370300")).Count);
        Assert.Equal("山东省/淄博市/周村区", PlaceTable.National.FullName(PlaceCode.Parse("370306")));
    }

    [Fact]
    public void Former_names_of_the_table_stay_unless_a_row_gives_others()
    {
        var (corrections, _) = Read("370114,章丘区,,,\n371324,兰陵县,苍山,,\n370215,即墨市,,,");
        var table = PlaceTable.National.With(corrections);
        Assert.Equal(["章丘市", "章丘县"], table.Find(PlaceCode.Parse("370114"))!.FormerNames);
        Assert.Equal(["苍山"], table.Find(PlaceCode.Parse("371324"))!.FormerNames);
        Assert.Equal(["即墨县"], table.Find(PlaceCode.Parse("370215"))!.FormerNames);
    }

    [Fact]
    public void A_name_of_today_wins_over_the_same_former_name()
    {
        var (corrections, _) = Read("370305,临淄区,周村区,,");
        var table = PlaceTable.National.With(corrections);
        Assert.Equal("370306", Assert.IsType<PlaceResolution.Found>(table.Resolve("山东省/淄博市/周村区")).Place.Code.Value);
        Assert.Equal("370306", Assert.IsType<PlaceResolution.Found>(table.Resolve("周村区")).Place.Code.Value);
        Assert.Equal(["370305", "370306"], table.ByName("周村区").Select(place => place.Code.Value));
    }

    [Fact]
    public void Two_siblings_of_one_name_are_told_apart_by_their_codes()
    {
        var (corrections, _) = Read("370399,周村区,,,");
        var ambiguous = Assert.IsType<PlaceResolution.Ambiguous>(PlaceTable.National.With(corrections).Resolve("山东省/淄博市/周村区"));
        Assert.Equal(["370306", "370399"], ambiguous.Candidates.Select(place => place.Code.Value));
    }

    [Theory]
    [InlineData("370306,周村区,,379900,", "the parent 379900 of 370306 周村区 does not exist")]
    [InlineData("990306,周村区,,,", "no place above 990306 周村区 exists")]
    public void A_correction_that_hangs_in_the_air_is_an_error(string row, string message)
    {
        var diagnostic = Assert.Single(PlaceCorrections.Check(Read(row).Corrections, PlaceTable.National));
        Assert.Equal(("RA0103", message, new SourceSpan(File, 2, 1)), (diagnostic.Code, diagnostic.Message, diagnostic.Span));
    }

    private static (System.Collections.Immutable.ImmutableArray<PlaceCorrection> Corrections, System.Collections.Immutable.ImmutableArray<Diagnostic> Diagnostics) Read(string rows) =>
        PlaceCorrections.Read(PlaceCorrections.Header + "\n" + rows, File);

    private static string RepositoryRoot()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (folder is not null && !System.IO.File.Exists(Path.Combine(folder.FullName, "ReportArchive.sln")))
            folder = folder.Parent;
        return folder?.FullName ?? throw new InvalidOperationException("The tests do not run inside the repository.");
    }
}
