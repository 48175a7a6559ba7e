package io.github.cffi4j.it;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.Date;
import org.bouncycastle.bcpg.ArmoredOutputStream;
import org.bouncycastle.bcpg.HashAlgorithmTags;
import org.bouncycastle.bcpg.PublicKeyAlgorithmTags;
import org.bouncycastle.bcpg.PublicKeyPacket;
import org.bouncycastle.bcpg.SymmetricKeyAlgorithmTags;
import org.bouncycastle.crypto.AsymmetricCipherKeyPair;
import org.bouncycastle.crypto.generators.RSAKeyPairGenerator;
import org.bouncycastle.crypto.params.RSAKeyGenerationParameters;
import org.bouncycastle.openpgp.PGPException;
import org.bouncycastle.openpgp.PGPKeyPair;
import org.bouncycastle.openpgp.PGPSecretKey;
import org.bouncycastle.openpgp.PGPSignature;
import org.bouncycastle.openpgp.PGPSignatureList;
import org.bouncycastle.openpgp.PGPUtil;
import org.bouncycastle.openpgp.bc.BcPGPObjectFactory;
import org.bouncycastle.openpgp.operator.PGPDigestCalculator;
import org.bouncycastle.openpgp.operator.bc.BcPBESecretKeyEncryptorBuilder;
import org.bouncycastle.openpgp.operator.bc.BcPGPContentSignerBuilder;
import org.bouncycastle.openpgp.operator.bc.BcPGPContentVerifierBuilderProvider;
import org.bouncycastle.openpgp.operator.bc.BcPGPDigestCalculatorProvider;
import org.bouncycastle.openpgp.operator.bc.BcPGPKeyPair;

/** An OpenPGP key to sign with for the length of a test. */
record SigningKey(PGPSecretKey secret, String passphrase) {
    private static final int BITS = 2048;
    private static final int CERTAINTY = 80;

    static SigningKey make() throws PGPException {
        String passphrase = "a passphrase";
        RSAKeyPairGenerator generator = new RSAKeyPairGenerator();
        generator.init(
                new RSAKeyGenerationParameters(BigInteger.valueOf(0x10001), new SecureRandom(), BITS, CERTAINTY));
        AsymmetricCipherKeyPair numbers = generator.generateKeyPair();
        PGPKeyPair pair =
                new BcPGPKeyPair(PublicKeyPacket.VERSION_4, PublicKeyAlgorithmTags.RSA_GENERAL, numbers, new Date());
        PGPDigestCalculator sha1 = new BcPGPDigestCalculatorProvider().get(HashAlgorithmTags.SHA1);
        PGPDigestCalculator sha256 = new BcPGPDigestCalculatorProvider().get(HashAlgorithmTags.SHA256);
        PGPSecretKey secret = new PGPSecretKey(
                PGPSignature.DEFAULT_CERTIFICATION,
                pair,
                "A test <test@example.org>",
                sha1,
                null,
                null,
                new BcPGPContentSignerBuilder(PublicKeyAlgorithmTags.RSA_GENERAL, HashAlgorithmTags.SHA256),
                new BcPBESecretKeyEncryptorBuilder(SymmetricKeyAlgorithmTags.AES_256, sha256)
                        .build(passphrase.toCharArray()));
        return new SigningKey(secret, passphrase);
    }

    /** As a build gets it, in a variable of the environment. */
    String armored() throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ArmoredOutputStream armor = ArmoredOutputStream.builder().build(bytes)) {
            secret.encode(armor);
        }
        return bytes.toString(StandardCharsets.UTF_8);
    }

    /** Returns true if a file has been signed with this key, and nobody has changed it since. */
    boolean signed(Path file, Path signature) throws IOException, PGPException {
        byte[] decoded = PGPUtil.getDecoderStream(new ByteArrayInputStream(Files.readAllBytes(signature)))
                .readAllBytes();
        PGPSignatureList signatures = (PGPSignatureList) new BcPGPObjectFactory(decoded).nextObject();
        PGPSignature one = signatures.get(0);
        one.init(new BcPGPContentVerifierBuilderProvider(), secret.getPublicKey());
        one.update(Files.readAllBytes(file));
        return one.verify();
    }
}
