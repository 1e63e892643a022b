package dev.dovetail.it.endtoend.hostile;

import dev.dovetail.trust.json.Json;
import dev.dovetail.trust.json.JsonObject;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.zip.GZIPOutputStream;

/** A team that is trusted, and signs with its own good keys what no publisher's program would. */
public final class RogueTeam {

    private final Team team;
    private final Forger forger;

    public RogueTeam(Team team) throws Exception {
        this.team = team;
        this.forger = new Forger(team);
    }

    public Team team() {
        return team;
    }

    public Forger forger() {
        return forger;
    }

    /** Offers these and nothing else, signed as it should be. */
    public void offer(Offer... offers) throws Exception {
        offer(index(Arrays.stream(offers).map(Offer::entry).toList()), offers);
    }

    /** The same with an index of any form. */
    public void offer(byte[] index, Offer... offers) throws Exception {
        Map<String, JsonObject> targets = new TreeMap<>();
        for (Offer offer : offers) {
            targets.put(offer.path(), offer.target());
            put(offer.path(), offer.jar());
        }
        offer(index, targets);
    }

    /** The same with targets of any form. */
    public void offer(byte[] index, Map<String, JsonObject> targets) throws Exception {
        String path = "index-" + team.name() + ".xml.gz";
        put(path, index);
        JsonObject files = JsonObject.EMPTY.with(path, Offer.target(index));
        for (Map.Entry<String, JsonObject> target : targets.entrySet()) {
            files = files.with(target.getKey(), target.getValue());
        }
        forger.serve(team.name(), forger.next(team.name()).with("targets", (Json) files));
    }

    /** Serves a file, whoever signs for it. */
    public void put(String path, byte[] bytes) throws IOException {
        Path name = Path.of(path).getFileName();
        Path place = team.folder().resolve("targets").resolve(path).resolveSibling(Offer.sha256(bytes) + "." + name);
        Files.createDirectories(place.resolveSibling("."));
        Files.write(place, bytes);
    }

    /** An index of these entries, packed. */
    public static byte[] index(List<String> entries) {
        return packed("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"
                + "<repository xmlns=\"http://www.osgi.org/xmlns/repository/v1.0.0\" increment=\"0\" name=\"x\">\n"
                + entries.stream().collect(Collectors.joining()) + "</repository>");
    }

    public static byte[] packed(String text) {
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        try (GZIPOutputStream gzip = new GZIPOutputStream(packed)) {
            gzip.write(text.getBytes(StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new IllegalStateException("Writing to memory does not fail", e);
        }
        return packed.toByteArray();
    }
}
