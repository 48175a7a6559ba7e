package org.example.scenes;

import org.example.shapes.Shapes;

/** What one library returns the other takes. */
public final class Main {

    private Main() {}

    public static void main(String[] arguments) {
        Scenes.scene scene = Scenes.scene.allocate();
        scene.to().x(4).y(2);
        scene.shown(Shapes.circle(Shapes.middle(scene.from(), scene.to())));
        System.out.println(Scenes.extent(scene) + " " + Shapes.middle(scene.from(), Scenes.extent(scene)));
    }
}
