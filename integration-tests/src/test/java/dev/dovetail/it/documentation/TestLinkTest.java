package dev.dovetail.it.documentation;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class TestLinkTest {

    private static final String FOLDER = "integration-tests/src/test/java/dev/dovetail/it/documentation/";

    private static boolean isThere(String type, String method, String path) throws Exception {
        return new TestLink(type, method, path).isThere("");
    }

    @Test
    void aTestThatIsNotThereIsNoticed() throws Exception {
        String here = FOLDER + "TestLinkTest.java";
        assertThat(isThere("TestLinkTest", "aTestThatIsNotThereIsNoticed", here))
                .isTrue();
        assertThat(new TestLink("TestLinkTest", "aTestThatIsNotThereIsNoticed", "../" + here).isThere("docs"))
                .isTrue();
        assertThat(isThere("TestLinkTest", "aTestThatNobodyWrote", here)).isFalse();
        assertThat(isThere("AnotherTest", "aTestThatIsNotThereIsNoticed", here)).isFalse();
        assertThat(isThere("TestLinkTest", "aTestThatIsNotThereIsNoticed", "nowhere/TestLinkTest.java"))
                .isFalse();
    }

    @Test
    void linksAreFoundInWhatSurroundsThem() {
        assertThat(TestLink.in("| a | [`B.c`](d/B.java) · [`E.f`](../E.java), [g](h.md) and `I.j` |"))
                .containsExactly(new TestLink("B", "c", "d/B.java"), new TestLink("E", "f", "../E.java"));
    }
}
