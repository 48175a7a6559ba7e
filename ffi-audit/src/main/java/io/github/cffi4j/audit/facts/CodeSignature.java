package io.github.cffi4j.audit.facts;

/**
 * A Mach-O code signature, its page hashes computed anew. An arm64 Mac kills a process that loads a page whose hash is wrong.
 *
 * @param identifier the name signed with
 * @param adHoc whether nobody signed: hashes alone, which is all arm64 asks for
 * @param pages how many pages are hashed
 * @param wrongPages how many of them have another hash than the signature says
 * @param covers whether the hashes cover everything before the signature
 */
public record CodeSignature(String identifier, boolean adHoc, long pages, long wrongPages, boolean covers) {
    /** Returns true if a Mac accepts it. */
    public boolean intact() {
        return wrongPages == 0 && covers;
    }
}
