using ReportArchive.Concepts;

namespace ReportArchive.Tests.Concepts;

public sealed class SlugTests
{
    [Theory]
    [InlineData("链长制", "u/94fe/957f-5236", "u/94fe")]
    [InlineData("5G基站", "u/35/47-57fa-7ad9", "u/35")]
    [InlineData("𠀀", "u/20000/-", "u/20000")]
    [InlineData("𠀀𠀀", "u/20000/20000", "u/20000")]
    public void An_expression_is_named_by_its_code_points_in_the_folder_of_the_first(string expression, string slug, string group)
    {
        Assert.Equal(slug, Slug.OfExpression(expression).Value);
        Assert.Equal(group, Slug.OfExpression(expression).Group);
    }

    [Theory]
    [InlineData("si-jian-si-zeng", "s")]
    [InlineData("u", "u")]
    [InlineData("1-3-4", "1")]
    public void A_slug_that_an_editor_declares_is_grouped_by_its_first_letter(string text, string group)
    {
        Assert.True(Slug.TryParse(text, out var slug));
        Assert.Equal(group, slug.Group);
    }

    [Theory]
    [InlineData("")]
    [InlineData("-a")]
    [InlineData("a--b")]
    [InlineData("四减四增")]
    [InlineData("u/94fe/957f")]
    public void What_an_editor_may_not_declare_is_no_slug(string text) => Assert.False(Slug.TryParse(text, out _));
}
