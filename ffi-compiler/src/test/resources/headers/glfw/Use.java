package whole;

import static whole.Whole.*;


/** Calls some of the library. */
public final class Use {
    private Use() {}

    public static void main(String[] arguments) {
        System.out.println(glfwGetVersionString().string().startsWith("3.4"));
        glfwInitHint(GLFW_PLATFORM, GLFW_PLATFORM_NULL);
        System.out.println(glfwInit() == GLFW_TRUE && glfwGetPlatform() == GLFW_PLATFORM_NULL);
        glfwTerminate();
    }
}
