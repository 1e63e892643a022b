package team.explorer.csv;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.PushbackReader;
import java.io.Reader;
import java.io.SequenceInputStream;
import java.io.UncheckedIOException;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** Turns the bytes of a source into records, strictly: what is broken is named with its line. */
final class CsvReading {

    /** Receives one record after the other. */
    @FunctionalInterface
    interface Records {
        /** @return whether to go on */
        boolean record(long line, List<String> cells) throws IOException;
    }

    /**
     * Appended as a last line of its own. The reader accepts a quoted cell that is never closed; such a cell swallows
     * this line too, and so gives itself away.
     */
    private static final String END = "\u0003end";

    private static final int HEAD = 64 * 1024;
    private static final int BOM = '\uFEFF';

    private final CsvSource source;

    CsvReading(CsvSource source) {
        this.source = source;
    }

    /** The beginning of the file, for looking at it. */
    String head() throws IOException {
        try (Reader reader = reader(source.open())) {
            char[] head = new char[HEAD];
            int length = 0;
            for (int n = 0; n >= 0 && length < HEAD; n = reader.read(head, length, HEAD - length)) {
                length += n;
            }
            return new String(head, 0, length);
        } catch (CharacterCodingException e) {
            throw notUtf8(e);
        }
    }

    /** Hands over all records, or as many as are wanted. Lines without any character are skipped. */
    void records(Delimiter delimiter, Records records) throws IOException {
        InputStream end = new ByteArrayInputStream(("\n" + END).getBytes(StandardCharsets.UTF_8));
        try (Reader reader = reader(new SequenceInputStream(source.open(), end));
                CsvReader<CsvRecord> csv = CsvReader.builder()
                        .fieldSeparator(delimiter.character())
                        .allowExtraFields(true)
                        .allowMissingFields(true)
                        .ofCsvRecord(reader)) {
            handOver(csv, records);
        } catch (CsvParseException e) {
            throw unreadable(e);
        } catch (UncheckedIOException e) {
            throw e.getCause() instanceof CharacterCodingException coding ? notUtf8(coding) : e.getCause();
        }
    }

    private void handOver(CsvReader<CsvRecord> csv, Records records) throws IOException {
        for (CsvRecord found : csv) {
            List<String> cells = found.getFields();
            if (cells.size() == 1 && cells.get(0).equals(END)) {
                return;
            }
            if (cells.get(cells.size() - 1).endsWith("\n" + END)) {
                throw CsvException.at(
                        source, found.getStartingLineNumber(), "a quoted cell begins here and is never closed");
            }
            if (!records.record(found.getStartingLineNumber(), cells)) {
                return;
            }
        }
    }

    private static Reader reader(InputStream bytes) throws IOException {
        PushbackReader reader = new PushbackReader(new InputStreamReader(
                bytes,
                StandardCharsets.UTF_8
                        .newDecoder()
                        .onMalformedInput(CodingErrorAction.REPORT)
                        .onUnmappableCharacter(CodingErrorAction.REPORT)));
        int first = reader.read();
        if (first >= 0 && first != BOM) {
            reader.unread(first);
        }
        return reader;
    }

    private CsvException notUtf8(CharacterCodingException cause) {
        return new CsvException(
                source.fileName() + " isn't UTF-8 text. Save it as “CSV UTF-8” and open it again.", cause);
    }

    private CsvException unreadable(CsvParseException cause) {
        Throwable inner = cause.getCause() == null ? cause : cause.getCause();
        if (inner instanceof UncheckedIOException io && io.getCause() instanceof CharacterCodingException coding) {
            return notUtf8(coding);
        }
        if (inner instanceof CharacterCodingException coding) {
            return notUtf8(coding);
        }
        String where = cause.getMessage().replaceFirst(".*record that started in line (\\d+).*", ", line $1");
        return new CsvException(
                source.fileName() + (where.startsWith(", line") ? where : "") + ": " + lowerCase(inner.getMessage()),
                cause);
    }

    private static String lowerCase(String sentence) {
        return sentence.isEmpty() ? sentence : Character.toLowerCase(sentence.charAt(0)) + sentence.substring(1);
    }
}
