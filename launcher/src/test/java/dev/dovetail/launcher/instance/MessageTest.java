package dev.dovetail.launcher.instance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MessageTest {

    @Test
    void isOneLineThatReadsAsItself() throws IOException {
        List<Message> messages = List.of(
                new Message.Ask(List.of()),
                new Message.Ask(List.of("install", "a b", "", "\"\\\n\u00e4\ud83d\ude00")),
                new Message.Out("two\nlines\n"),
                new Message.Err("\u0000"),
                new Message.Exit(-1));
        for (Message message : messages) {
            String line = message.line();
            assertThat(line.indexOf('\n')).isEqualTo(line.length() - 1);
            assertThat(Message.read(line.strip())).isEqualTo(message);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "{}",
                "[]",
                "exit",
                "{\"exit\":\"0\"}",
                "{\"format\":2,\"arguments\":[]}",
                "{\"format\":1,\"arguments\":[1]}",
                "{\"format\":1}",
                "{\"else\":1}"
            })
    void anythingElseIsRefused(String line) {
        assertThatThrownBy(() -> Message.read(line)).isInstanceOf(IOException.class);
    }

    @Test
    void theDocumentedConversationIsOne() throws IOException {
        List<String> lines = Files.readAllLines(Path.of("../docs/formats/instance.md")).stream()
                .filter(line -> line.startsWith("{"))
                .toList();
        assertThat(lines).hasSize(4);
        for (String line : lines) {
            assertThat(Message.read(line).line()).isEqualTo(line + "\n");
        }
    }
}
