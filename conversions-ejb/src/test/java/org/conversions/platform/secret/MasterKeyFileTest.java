package org.conversions.platform.secret;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MasterKeyFileTest {

    @TempDir
    private Path folder;

    @Test
    void aKeyIsMadeOnceAndReadEverAfter() {
        Path data = folder.resolve("data");
        String first = MasterKeyFile.read(data);
        assertThat(MasterKeyFile.read(data)).isEqualTo(first);
        assertThat(MasterKeyFile.readIfThere(data)).hasValue(first);
        assertThat(MasterKeyFile.readIfThere(folder)).isEmpty();
    }

    @Test
    void onlyItsOwnerMayReadTheKeyAndNothingElseIsLeftBehind() throws IOException {
        MasterKeyFile.read(folder);
        assertThat(folder).isDirectoryContaining("glob:**/secret.key");
        assertThat(Files.getPosixFilePermissions(folder.resolve("secret.key")))
                .isEqualTo(PosixFilePermissions.fromString("rw-------"));
        try (var files = Files.list(folder)) {
            assertThat(files).hasSize(1);
        }
    }

    @Test
    void twoInstallationsHaveDifferentKeys() {
        assertThat(MasterKeyFile.read(folder.resolve("one"))).isNotEqualTo(MasterKeyFile.read(folder.resolve("two")));
    }

    @Test
    void anEmptiedKeyFileIsALoudErrorAndNotANewKey() throws IOException {
        Files.createFile(folder.resolve("secret.key"));
        assertThatIllegalArgumentException().isThrownBy(() -> new MasterKey(MasterKeyFile.read(folder)));
    }
}
