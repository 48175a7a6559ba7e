package org.pcre4j.ffm;

import org.pcre4j.api.IPcre2;
import org.pcre4j.api.Pcre2UtfWidth;
import org.pcre4j.test.Pcre2Tests;

/** What pcre4j asks of each way to call PCRE2. */
class BackendTests extends Pcre2Tests {
    BackendTests() {
        super(new Pcre2());
    }

    @Override
    public IPcre2 createApi(Pcre2UtfWidth width) {
        if (width != Pcre2UtfWidth.UTF8) {
            throw new UnsupportedOperationException("the binding has PCRE2 for UTF-8 alone, not " + width);
        }
        return new Pcre2();
    }
}
