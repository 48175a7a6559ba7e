package org.example.merged;

import org.example.circle.Circle;
import org.example.square.Square;

public final class Main {
    private Main() {}

    public static void main(String[] arguments) {
        System.out.println("square " + Square.square_area(2));
        System.out.println("circle " + Math.round(Circle.circle_area(1)));
    }
}
