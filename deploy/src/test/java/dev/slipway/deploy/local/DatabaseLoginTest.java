package dev.slipway.deploy.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class DatabaseLoginTest {

  @Test
  void a_postgres_address_gives_user_password_and_options() {
    assertThat(DatabaseLogin.parse("DATABASE_URL", "postgresql://u:p%3A+@h:5433/d?sslmode=require"))
        .isEqualTo(new DatabaseLogin("jdbc:postgresql://h:5433/d?sslmode=require", "u", "p:+"));
  }

  @Test
  void a_jdbc_address_gives_the_same_from_its_options() {
    assertThat(
            DatabaseLogin.parse(
                "DATABASE_URL", "jdbc:postgresql://h/d?user=u&ssl=true&password=p%26"))
        .isEqualTo(new DatabaseLogin("jdbc:postgresql://h/d?ssl=true", "u", "p&"));
  }

  @Test
  void an_address_without_credentials_has_none() {
    assertThat(DatabaseLogin.parse("DATABASE_URL", "postgres://h/d"))
        .isEqualTo(new DatabaseLogin("jdbc:postgresql://h/d", "", ""));
  }

  @Test
  void another_database_is_refused_without_repeating_the_secret() {
    assertThatThrownBy(() -> DatabaseLogin.parse("DATABASE_OWNER_URL", "mysql://u:secret@h/d"))
        .isInstanceOf(StartFailedException.class)
        .hasMessageContaining("DATABASE_OWNER_URL")
        .hasMessageNotContaining("secret");
  }
}
