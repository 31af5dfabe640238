package org.sencrm.itests;

/** The words by which a person who reads one of the product's languages finds their way in. */
enum Language {
    EN("User name", "Password", "Sign in", "Light or dark colours"),
    VI("Tên đăng nhập", "Mật khẩu", "Đăng nhập", "Giao diện sáng hoặc tối");

    final String userName;
    final String password;
    final String signIn;
    final String colours;

    Language(String userName, String password, String signIn, String colours) {
        this.userName = userName;
        this.password = password;
        this.signIn = signIn;
        this.colours = colours;
    }

    String code() {
        return name().toLowerCase(java.util.Locale.ROOT);
    }
}
