package dev.dovetail.api;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class NoticeTest {

    @Test
    void carriesItsLevelAndText() {
        assertThat(Notice.success("Saved.")).isEqualTo(new Notice(Notice.Level.SUCCESS, "Saved."));
        assertThat(Notice.error("Disk full.")).isEqualTo(new Notice(Notice.Level.ERROR, "Disk full."));
    }
}
