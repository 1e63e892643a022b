package dev.dovetail.trust.metadata;

import java.io.Serial;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;

/**
 * Calculates each good signature once. A client that looks at what it kept every few minutes would verify the same few
 * signatures for days, and to calculate one takes far longer than to recognise it. What is remembered is that a key made a
 * signature of a message, never who may sign what: a key that was taken back counts for nothing here as anywhere. What is no
 * good is calculated each time, so that nobody fills the memory from outside.
 *
 * <p>Any thread. Of the {@value #MOST} that it holds at most, the one that was not asked for the longest goes first.
 */
public final class RememberingVerifier implements Verifier {

    /** How many signatures are remembered. */
    public static final int MOST = 256;

    private final Verifier verifier;
    private final Set<String> good = Collections.synchronizedSet(Collections.newSetFromMap(new Newest()));

    /** @param verifier calculates */
    public RememberingVerifier(Verifier verifier) {
        this.verifier = verifier;
    }

    @Override
    public boolean verifies(Key key, byte[] message, Signature signature) {
        String claim = claim(key, message, signature);
        if (good.contains(claim)) {
            return true;
        }
        boolean verified = verifier.verifies(key, message, signature);
        if (verified) {
            good.add(claim);
        }
        return verified;
    }

    /** Key and message by their digests, at both ends and of one length: whatever is between them is the signature. */
    private static String claim(Key key, byte[] message, Signature signature) {
        return key.id() + signature.value() + Digests.sha256(message).sha256().orElseThrow();
    }

    private static final class Newest extends LinkedHashMap<String, Boolean> {

        @Serial
        private static final long serialVersionUID = 1L;

        Newest() {
            super(16, 0.75f, true);
        }

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Boolean> eldest) {
            return size() > MOST;
        }
    }
}
