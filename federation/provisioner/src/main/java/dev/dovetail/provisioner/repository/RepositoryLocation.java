package dev.dovetail.provisioner.repository;

import java.net.URI;

/**
 * Where a repository serves its files. Plain HTTP is for this machine alone: what is fetched is verified whatever way it
 * came, but which repository is asked is nobody else's business.
 *
 * @param metadata the folder of the metadata, with a slash at its end
 * @param targets the folder of the target files, with a slash at its end
 */
public record RepositoryLocation(URI metadata, URI targets) {

    /** Checks both. */
    public RepositoryLocation {
        metadata = folder(metadata);
        targets = folder(targets);
    }

    /**
     * @param repository a repository's address
     * @return its folders, as {@code repository init} lays them out
     */
    public static RepositoryLocation at(URI repository) {
        URI folder = folder(repository);
        return new RepositoryLocation(folder.resolve("metadata/"), folder.resolve("targets/"));
    }

    private static URI folder(URI url) {
        String host = String.valueOf(url.getHost());
        boolean here = host.equals("localhost") || host.equals("127.0.0.1") || host.equals("[::1]");
        if (!"https".equalsIgnoreCase(url.getScheme()) && !(here && "http".equalsIgnoreCase(url.getScheme()))) {
            throw new IllegalArgumentException("Expected an https address, or http on this machine, found: " + url);
        }
        return url.toString().endsWith("/") ? url : URI.create(url + "/");
    }

    URI file(String name) {
        return URI.create(metadata + name);
    }

    /**
     * @param repository what is believed of the repository
     * @param target a file that it describes
     * @return where the file's bytes are
     */
    public URI address(VerifiedRepository repository, Target target) {
        String prefix = repository.trusted().root().consistentSnapshot()
                ? target.file().digests().preferred().orElseThrow() + "."
                : "";
        return target(target.path(), prefix);
    }

    URI target(String path, String prefix) {
        return URI.create(targets + FileName.address(path, prefix));
    }
}
