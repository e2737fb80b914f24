using ReportArchive.Places;

namespace ReportArchive.Tests.Places;

/// <summary>What holds of every one of the 44,678 places.</summary>
public class NationalTableProperties
{
    private static readonly PlaceTable s_table = PlaceTable.National;

    [Fact]
    public void Every_path_leads_from_a_province_to_the_place_itself_through_existing_places() =>
        Assert.All(s_table.Places, place =>
        {
            var path = s_table.Path(place.Code);
            Assert.Equal(PlaceLevel.Province, path[0].Level);
            Assert.Same(place, path[^1]);
            for (var i = 1; i < path.Length; i++)
            {
                Assert.Equal(path[i - 1].Code, path[i].Parent);
                Assert.True(path[i - 1].Level < path[i].Level);
                Assert.True(path[i - 1].Code.IsAbove(path[i].Code));
            }
        });

    [Fact]
    public void No_place_skips_one_that_exists_above_it() =>
        Assert.All(s_table.Places, place =>
        {
            var above = place.Code.Parent;
            while (above is { } code && s_table.Find(code) is null)
                above = code.Parent;
            Assert.Equal(above, place.Parent);
        });

    [Fact]
    public void Every_full_name_resolves_to_its_place() => Assert.All(s_table.Places, place => Assert.Same(place, Resolved(s_table.FullName(place.Code))));

    [Fact]
    public void Every_full_name_resolves_without_separators_too() =>
        Assert.All(s_table.Places, place => Assert.Same(place, Resolved(s_table.FullName(place.Code, ""))));

    [Fact]
    public void Every_code_resolves_to_its_place() => Assert.All(s_table.Places, place => Assert.Same(place, Resolved(place.Code.Value)));

    [Fact]
    public void Every_former_name_resolves_in_the_path_of_today()
    {
        var renamed = s_table.Places.Where(place => !place.FormerNames.IsEmpty).ToArray();
        Assert.InRange(renamed.Length, 800, 1000);
        var shared = new List<string>();
        Assert.All(renamed, place => Assert.All(place.FormerNames, former =>
        {
            var path = $"{s_table.FullName(place.Parent!.Value)}/{former}";
            if (s_table.Resolve(path) is PlaceResolution.Ambiguous ambiguous && ambiguous.Candidates.Contains(place))
                shared.Add(path);
            else
                Assert.Same(place, Resolved(path));
        }));
        // 普洱市 was called so from 2003 to 2007, its district 思茅区 before.
        Assert.Equal(["云南省/思茅市"], shared);
    }

    [Fact]
    public void No_former_name_is_that_of_today() =>
        Assert.All(s_table.Places, place => Assert.DoesNotContain(place.Name, place.FormerNames));

    [Fact]
    public void Every_place_is_a_child_of_its_parent_once_and_of_no_other()
    {
        var children = s_table.Places.SelectMany(place => s_table.Children(place.Code)).ToArray();
        Assert.Equal(s_table.Places.Where(place => place.Parent is not null), children.OrderBy(place => place.Code));
    }

    [Fact]
    public void Every_place_is_among_those_of_its_name() =>
        Assert.All(s_table.Places, place => Assert.Contains(place, s_table.ByName(place.Name)));

    [Fact]
    public void Codes_ascend() =>
        Assert.All(s_table.Places.Zip(s_table.Places.Skip(1)), pair => Assert.True(pair.First.Code.CompareTo(pair.Second.Code) < 0));

    [Fact]
    public void A_county_named_in_a_title_is_found_there()
    {
        var counties = s_table.Places.Where(place => place.Level == PlaceLevel.County).ToArray();
        Assert.All(counties, county =>
            Assert.Equal([county], s_table.FindIn($"{s_table.FullName(county.Code, "")}2021年政府工作报告")));
    }

    private static Place? Resolved(string text) => (s_table.Resolve(text) as PlaceResolution.Found)?.Place;
}
