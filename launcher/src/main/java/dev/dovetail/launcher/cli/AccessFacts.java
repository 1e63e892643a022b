package dev.dovetail.launcher.cli;

import com.fasterxml.jackson.core.JsonGenerator;
import dev.dovetail.provisioner.fetch.Credentials;
import dev.dovetail.provisioner.profile.Access;
import java.io.IOException;
import java.net.URI;

/** How a repository is reached, for programs: named as in the profile, and never with a secret. */
final class AccessFacts {

    private AccessFacts() {}

    static void write(Access access, JsonGenerator json) throws IOException {
        json.writeArrayFieldStart("mirrors");
        for (URI mirror : access.mirrors()) {
            json.writeString(mirror.toString());
        }
        json.writeEndArray();
        if (access.proxy().isPresent()) {
            json.writeStringField("proxy", access.proxy().get().toString());
        }
        if (access.credentials().isPresent()) {
            Credentials credentials = access.credentials().get();
            if (credentials instanceof Credentials.Password password) {
                json.writeStringField("user", password.user());
            }
            json.writeStringField(
                    credentials instanceof Credentials.Password ? "password" : "token", credentials.secret());
        }
    }
}
