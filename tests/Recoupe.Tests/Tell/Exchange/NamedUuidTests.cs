using Recoupe.Tell.Exchange;

namespace Recoupe.Tests.Tell.Exchange;

public sealed class NamedUuidTests
{
    // The example of RFC 9562, appendix A.4: www.example.com in the name space of host names.
    [Fact]
    public void A_name_gives_the_UUID_that_the_standard_gives_it() =>
        NamedUuid.Of(new Guid("6ba7b810-9dad-11d1-80b4-00c04fd430c8"), "www.example.com")
            .ShouldBe(new Guid("2ed6657d-e927-568b-95e1-2665a8aea6a2"));

    [Fact]
    public void A_kind_and_an_id_give_one_of_their_own()
    {
        NamedUuid.Of("claim", "aa").ShouldBe(NamedUuid.Of("claim", "aa"));
        NamedUuid.Of("claim", "aa").ShouldNotBe(NamedUuid.Of("claim", "ab"));
        NamedUuid.Of("claim", "aa").ShouldNotBe(NamedUuid.Of("article", "aa"));
    }
}
